"""A cancelled worker catches the cancellation at its get and returns; the contract only wants its end."""

import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        try:
            number = await queue.get()
        except asyncio.CancelledError:
            return
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    workers = [asyncio.create_task(task("worker 1", queue)), asyncio.create_task(task("worker 2", queue))]
    for number in range(1, 6):
        queue.put_nowait(number)
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
