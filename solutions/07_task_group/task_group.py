"""The modern way to wait for several tasks: a group that ends when all of them have ended."""

import asyncio


async def task(name: str, delay: float) -> str:
    """Wait `delay` seconds and return "NAME done"."""
    await asyncio.sleep(delay)
    return f"{name} done"


async def main() -> None:
    """Run A (2 seconds), B (1 second) and C (3 seconds) in a TaskGroup; print the results, then "all done"."""
    # Inside the block the tasks are only started. The waiting is at its end: nothing gets past it before all three have
    # ended, and no await is written for any of them.
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(task("A", 2)), group.create_task(task("B", 1)), group.create_task(task("C", 3))]
    # Behind the block every task is done, so its result can be read without waiting.
    for ended in tasks:
        print(ended.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
