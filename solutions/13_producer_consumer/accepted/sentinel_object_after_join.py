"""A sentinel object of main's own, put into the queue when everything else is done."""

import asyncio

STOP = object()


async def task(name: str, queue: asyncio.Queue) -> None:
    while (number := await queue.get()) is not STOP:
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    workers = [asyncio.create_task(task(f"worker {i}", queue)) for i in (1, 2)]
    for number in range(1, 6):
        queue.put_nowait(number)
    await queue.join()
    for _ in workers:
        queue.put_nowait(STOP)
    await asyncio.wait(workers)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
