"""A TaskGroup entered through an AsyncExitStack, started by a helper function."""

import asyncio
from contextlib import AsyncExitStack


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


def start_all(group, table):
    for name, delay in table.items():
        group.create_task(task(name, delay), name=name)


async def main():
    async with AsyncExitStack() as stack:
        group = await stack.enter_async_context(asyncio.TaskGroup())
        start_all(group, {"Task A": 2, "Task B": 1})


if __name__ == "__main__":
    asyncio.run(main())
