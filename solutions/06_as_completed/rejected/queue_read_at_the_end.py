# fails: test_prints_each_when_it_is_ready
# diagnosis: handled-late
# The queue is read only when all workers have ended.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def worker(queue, item, delay):
    await queue.put(await task(item, delay))


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(worker(queue, "tea", 3), worker(queue, "coffee", 1), worker(queue, "water", 2))
    while not queue.empty():
        print(queue.get_nowait())


if __name__ == "__main__":
    asyncio.run(main())
