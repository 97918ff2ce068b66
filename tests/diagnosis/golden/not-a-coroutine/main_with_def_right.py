import asyncio


async def wait_a_little():
    await asyncio.sleep(1)


async def main():
    await wait_a_little()
    print("waited")


if __name__ == "__main__":
    asyncio.run(main())
