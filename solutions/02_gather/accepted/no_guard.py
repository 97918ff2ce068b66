"""No guard: what `main` returns is the exit status of the process."""

import asyncio
import sys


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(task("Task A", 2))
        group.create_task(task("Task B", 1))


sys.exit(asyncio.run(main()))
