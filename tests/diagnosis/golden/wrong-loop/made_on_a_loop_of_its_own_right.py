import asyncio


async def main():
    letter = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, letter.set_result, "news")
    print(await letter)


if __name__ == "__main__":
    asyncio.run(main())
