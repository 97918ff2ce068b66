"""Both tasks are created first; only then is each awaited."""

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    first = asyncio.create_task(task("Task A", 2))
    second = asyncio.create_task(task("Task B", 1))
    await first
    await second


if __name__ == "__main__":
    asyncio.run(main())
