"""A LifoQueue: the numbers are done from the last one to the first, which nobody forbids."""

import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        number = await queue.get()
        await asyncio.sleep(1)
        print(f"{name} did {number}", flush=True)
        queue.task_done()


async def main() -> None:
    queue = asyncio.LifoQueue()
    for number in range(1, 6):
        queue.put_nowait(number)
    workers = {asyncio.create_task(task("worker 1", queue)), asyncio.create_task(task("worker 2", queue))}
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.wait(workers)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
