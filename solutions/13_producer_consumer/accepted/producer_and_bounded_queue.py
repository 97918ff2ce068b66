"""A producer coroutine fills a queue with room for one number."""

import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        number = await queue.get()
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def producer(queue: asyncio.Queue) -> None:
    for number in range(1, 6):
        await queue.put(number)


async def main() -> None:
    queue = asyncio.Queue(maxsize=1)
    workers = [asyncio.create_task(task("worker 1", queue)), asyncio.create_task(task("worker 2", queue))]
    await producer(queue)
    await queue.join()
    for worker in workers:
        worker.cancel()
    for worker in workers:
        try:
            await worker
        except asyncio.CancelledError:
            pass
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
