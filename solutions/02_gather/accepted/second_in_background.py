"""Only Task B becomes a task; Task A is awaited by main itself and so starts first."""

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    # create_task only schedules: B's first line is run when A begins to wait.
    b = asyncio.create_task(task("Task B", 1))
    await task("Task A", 2)
    await b


if __name__ == "__main__":
    asyncio.run(main())
