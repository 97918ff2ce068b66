"""The tasks are created first, and as_completed gets the list of them."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    tasks = [
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    ]
    for t in asyncio.as_completed(tasks):
        print(await t)


if __name__ == "__main__":
    asyncio.run(main())
