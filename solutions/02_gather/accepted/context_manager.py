"""An asynchronous context manager prints the first and the last line."""

import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def reported(name):
    print(f"{name} started")
    yield
    print(f"{name} finished")


async def task(name, delay):
    async with reported(name):
        await asyncio.sleep(delay)


async def main():
    async with asyncio.TaskGroup() as tg:
        for letter, delay in zip("AB", (2, 1)):
            tg.create_task(task(f"Task {letter}", delay))


if __name__ == "__main__":
    asyncio.run(main())
