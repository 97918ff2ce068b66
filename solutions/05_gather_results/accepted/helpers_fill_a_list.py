"""Each helper puts its result into its own place of a list."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def fill(results, place, item, delay):
    results[place] = await task(item, delay)


async def main():
    results = [None, None, None]
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fill(results, 0, "tea", 3))
        tg.create_task(fill(results, 1, "coffee", 1))
        tg.create_task(fill(results, 2, "water", 2))
    for result in results:
        print(result)


if __name__ == "__main__":
    asyncio.run(main())
