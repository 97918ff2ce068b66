"""TaskGroup under another name, and create_task given to map."""

from asyncio import TaskGroup as Group, run, sleep
from itertools import starmap


async def task(name, delay):
    await sleep(delay)
    return f"{name} done"


async def main():
    async with Group() as group:
        tasks = list(map(group.create_task, starmap(task, [("A", 2), ("B", 1), ("C", 3)])))
    for t in tasks:
        print(t.result())
    print("all done")


if __name__ == "__main__":
    run(main())
