"""itertools.count numbers the jobs; a TaskGroup waits, and a third task in it gives the signal."""

import asyncio
from itertools import count


async def job(name: str, number: int) -> None:
    await asyncio.sleep(1)
    print(f"{name} job {number} done")


async def task(name: str, stop: asyncio.Event) -> None:
    for number in count(1):
        if stop.is_set():
            break
        await job(name, number)
    print(f"{name} stopped")


async def main() -> None:
    stop = asyncio.Event()

    async def signal() -> None:
        await asyncio.sleep(2.25)
        stop.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(task("A", stop))
        group.create_task(signal())
        await asyncio.sleep(0.5)
        group.create_task(task("B", stop))
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
