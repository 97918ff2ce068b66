"""An asynchronous context manager starts the task and, on the way out, awaits it and prints its result."""

import asyncio
from contextlib import asynccontextmanager


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


@asynccontextmanager
async def meanwhile(coroutine):
    running = asyncio.create_task(coroutine)
    yield
    print(await running)


async def main():
    async with meanwhile(task("report", 3)):
        print("working 1")
        await asyncio.sleep(1)
        print("working 2")


if __name__ == "__main__":
    asyncio.run(main())
