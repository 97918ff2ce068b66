"""A plain helper function gets the group and starts the tasks in it."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


def start_all(group):
    return [group.create_task(task(name, delay)) for name, delay in (("A", 2), ("B", 1), ("C", 3))]


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = start_all(group)
    print(*(t.result() for t in tasks), "all done", sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
