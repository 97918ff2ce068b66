"""An asynchronous context manager calls off whatever still runs when its block is left."""

import asyncio
from contextlib import asynccontextmanager


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


@asynccontextmanager
async def started(*coroutines):
    tasks = [asyncio.create_task(c) for c in coroutines]
    try:
        yield tasks
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main() -> None:
    async with started(task("north", 3), task("south", 1), task("east", 2)) as tasks:
        winner = await next(iter(asyncio.as_completed(tasks)))
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
