# A place is given back by hand, and once more by async with.
# line: 10

import asyncio


async def bake(name, oven):
    async with oven:
        await work(name)
        oven.release()


async def work(name):
    await asyncio.sleep(1)


async def main():
    oven = asyncio.Semaphore(2)
    await asyncio.gather(*[bake(name, oven) for name in "abcdef"])


if __name__ == "__main__":
    asyncio.run(main())
