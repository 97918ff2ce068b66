"""A TaskGroup with one member; leaving the block waits for it."""

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(task("Task A", 1))


if __name__ == "__main__":
    asyncio.run(main())
