import asyncio


async def letters():
    await asyncio.sleep(1)
    return ["a", "b"]


async def main():
    for letter in await letters():
        print(letter)


if __name__ == "__main__":
    asyncio.run(main())
