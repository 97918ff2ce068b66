"""The tasks are made by a comprehension inside the block."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    jobs = {"A": 2, "B": 1, "C": 3}
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(task(name, delay)) for name, delay in jobs.items()]
    for t in tasks:
        print(t.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
