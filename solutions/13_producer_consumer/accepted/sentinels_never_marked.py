"""Sentinels, no task_done for them: main waits for join first and for the workers afterwards."""

import asyncio

NOTHING_MORE = None


async def task(name, queue):
    number = await queue.get()
    while number is not NOTHING_MORE:
        await asyncio.sleep(1)
        print(name, "did", number)
        queue.task_done()
        number = await queue.get()


async def main():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(task("worker 1", queue)), asyncio.create_task(task("worker 2", queue))]
    for number in 1, 2, 3, 4, 5:
        await queue.put(number)
    await queue.join()
    for worker in workers:
        await queue.put(NOTHING_MORE)
    for worker in workers:
        await worker
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
