import asyncio


async def bake(name, oven):
    async with oven:
        await work(name)


async def work(name):
    await asyncio.sleep(1)


async def main():
    oven = asyncio.Semaphore(2)
    await asyncio.gather(*[bake(name, oven) for name in "abcd"])


if __name__ == "__main__":
    asyncio.run(main())
