"""Three tasks are created, then awaited in turn into variables, then printed."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    task1 = asyncio.create_task(task("tea", 3))
    task2 = asyncio.create_task(task("coffee", 1))
    task3 = asyncio.create_task(task("water", 2))
    result1 = await task1
    result2 = await task2
    result3 = await task3
    print(result1)
    print(result2)
    print(result3)


if __name__ == "__main__":
    asyncio.run(main())
