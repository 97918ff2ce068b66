# Every turn of the loop makes a semaphore of its own.
# line: 19

import asyncio


async def bake(name, oven):
    async with oven:
        await work(name)


async def work(name):
    await asyncio.sleep(1)


async def main():
    tasks = []
    for name in "abcd":
        oven = asyncio.Semaphore(2)
        tasks.append(asyncio.create_task(bake(name, oven)))
    await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
