# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# Three groups one after the other, each with one task.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("A", 2))
    async with asyncio.TaskGroup() as tg:
        b = tg.create_task(task("B", 1))
    async with asyncio.TaskGroup() as tg:
        c = tg.create_task(task("C", 3))
    print(a.result())
    print(b.result())
    print(c.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
