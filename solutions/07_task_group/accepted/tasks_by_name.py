"""A dict of tasks by their names, and everything written in one call."""

import asyncio
import sys


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    tasks = {}
    async with asyncio.TaskGroup() as tg:
        for name, delay in [("A", 2), ("B", 1), ("C", 3)]:
            tasks[name] = tg.create_task(task(name, delay), name=name)
    lines = [t.result() for t in tasks.values()] + ["all done"]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    asyncio.run(main())
