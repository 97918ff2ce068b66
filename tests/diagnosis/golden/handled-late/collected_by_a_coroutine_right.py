import asyncio


async def read(count):
    for number in range(count):
        await asyncio.sleep(1)
        yield number


async def main():
    async for page in read(3):
        print("page", page)


asyncio.run(main())
