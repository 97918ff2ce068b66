"""The lines of a task come from an async generator that waits between them."""

import asyncio
from collections.abc import AsyncIterator


async def lines(name: str, delay: float) -> AsyncIterator[str]:
    yield f"{name} started"
    await asyncio.sleep(delay)
    yield f"{name} finished"


async def task(name: str, delay: float) -> None:
    async for line in lines(name, delay):
        print(line)


async def main() -> None:
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
