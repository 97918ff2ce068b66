"""anyio, a library that runs on asyncio, does the waiting."""

import asyncio

import anyio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await anyio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
