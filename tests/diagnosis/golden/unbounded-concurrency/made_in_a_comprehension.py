# Every call is given a semaphore of its own.
# line: 17

import asyncio


async def bake(name, oven):
    async with oven:
        await work(name)


async def work(name):
    await asyncio.sleep(1)


async def main():
    await asyncio.gather(*[bake(name, asyncio.Semaphore(2)) for name in "abcd"])


if __name__ == "__main__":
    asyncio.run(main())
