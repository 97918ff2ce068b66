"""join runs as a task of its own, beside the workers; wait tells which ends first."""

import asyncio
import sys


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        number = await queue.get()
        await asyncio.sleep(1)
        sys.stdout.write(f"{name} did {number}\n")
        queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    for number in range(1, 6):
        queue.put_nowait(number)
    joined = asyncio.create_task(queue.join())
    workers = [asyncio.create_task(task(f"worker {i}", queue)) for i in (1, 2)]
    done, pending = await asyncio.wait([joined, *workers], return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
    await asyncio.wait(pending)
    sys.stdout.write("all done\n")


if __name__ == "__main__":
    asyncio.run(main())
