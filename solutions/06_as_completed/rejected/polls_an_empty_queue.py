# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# The queue is asked whether it is empty, with sleep(0) between, in place of an awaited get.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def worker(queue, item, delay):
    queue.put_nowait(await task(item, delay))


async def main():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(queue, *o)) for o in [("tea", 3), ("coffee", 1), ("water", 2)]]
    count = 0
    while count < 3:
        if queue.empty():
            await asyncio.sleep(0)
            continue
        print(queue.get_nowait())
        count += 1
    await asyncio.gather(*workers)


if __name__ == "__main__":
    asyncio.run(main())
