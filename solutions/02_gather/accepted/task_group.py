"""Structured concurrency: a TaskGroup waits for both at the end of its block."""

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(task("Task A", 2))
        group.create_task(task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
