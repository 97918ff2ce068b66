"""Each task has a done-callback that prints; main waits until all have ended."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


def show(ended):
    print(ended.result())


async def main():
    tasks = [
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    ]
    for t in tasks:
        t.add_done_callback(show)
    await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
