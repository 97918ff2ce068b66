"""A gather that has only one coroutine to wait for."""

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    await asyncio.gather(task("Task A", 1))


if __name__ == "__main__":
    asyncio.run(main())
