"""Workers put their results into a queue, and main prints what comes out of it."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def worker(queue, item, delay):
    result = await task(item, delay)
    await queue.put(result)


async def main():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(queue, *order)) for order in [("tea", 3), ("coffee", 1), ("water", 2)]]
    for _ in workers:
        print(await queue.get())
    for w in workers:
        await w


if __name__ == "__main__":
    asyncio.run(main())
