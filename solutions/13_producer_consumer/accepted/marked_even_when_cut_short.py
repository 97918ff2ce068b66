"""finally marks a number as done also when the work on it is cut short; workers print to standard error when they end."""

import asyncio
import sys


async def task(name: str, queue: asyncio.Queue) -> None:
    try:
        while True:
            number = await queue.get()
            try:
                await asyncio.sleep(1)
                print(f"{name} did {number}")
            finally:
                queue.task_done()
    finally:
        print(name, "goes home", file=sys.stderr)


async def main() -> None:
    queue = asyncio.Queue()
    for number in range(1, 6):
        queue.put_nowait(number)
    workers = [asyncio.create_task(task(name=f"worker {n}", queue=queue)) for n in (1, 2)]
    await queue.join()
    for worker in workers:
        worker.cancel("no more work")
    await asyncio.wait(workers)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
