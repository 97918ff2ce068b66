"""itertools.starmap makes the coroutines."""

import asyncio
from itertools import starmap


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    names, delays = ("Task A", "Task B"), (2, 1)
    await asyncio.gather(*starmap(task, zip(names, delays)))


if __name__ == "__main__":
    asyncio.run(main())
