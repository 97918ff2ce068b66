"""The group starts the tasks and ends with them; gather is only a short way to read the results."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("A", 2))
        b = tg.create_task(task("B", 1))
        c = tg.create_task(task("C", 3))
    for result in await asyncio.gather(a, b, c):
        print(result)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
