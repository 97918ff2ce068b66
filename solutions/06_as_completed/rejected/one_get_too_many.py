# fails: test_main_calls_task
# diagnosis: queue-deadlock
# main takes from the queue in an endless loop; after the third result it waits for ever.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def worker(queue, item, delay):
    await queue.put(await task(item, delay))


async def main():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(queue, *o)) for o in [("tea", 3), ("coffee", 1), ("water", 2)]]
    while True:
        print(await queue.get())


if __name__ == "__main__":
    asyncio.run(main())
