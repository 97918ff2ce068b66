"""A task group of anyio, which returns nothing itself, and a dict for the results."""

import asyncio

import anyio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    results = {}

    async def run(number, item, delay):
        results[number] = await task(item, delay)

    async with anyio.create_task_group() as tg:
        tg.start_soon(run, 1, "tea", 3)
        tg.start_soon(run, 2, "coffee", 1)
        tg.start_soon(run, 3, "water", 2)
    for number in 1, 2, 3:
        print(results[number])


if __name__ == "__main__":
    asyncio.run(main())
