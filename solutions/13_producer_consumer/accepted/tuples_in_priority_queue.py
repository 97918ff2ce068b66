"""A PriorityQueue puts the sentinels behind the numbers, whenever they were put in."""

import asyncio
import math


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        number = await queue.get()
        if number == math.inf:
            return
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main() -> None:
    queue = asyncio.PriorityQueue()
    for item in (math.inf, math.inf, 1, 2, 3, 4, 5):
        queue.put_nowait(item)
    await asyncio.gather(task("worker 1", queue), task("worker 2", queue))
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
