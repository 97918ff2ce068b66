"""The callbacks put the ended tasks themselves into a queue."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    ended = asyncio.Queue()
    tasks = [
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    ]
    for t in tasks:
        t.add_done_callback(ended.put_nowait)
    for number in range(len(tasks)):
        t = await ended.get()
        print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
