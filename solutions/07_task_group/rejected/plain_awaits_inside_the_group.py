# fails: test_runs_all_at_the_same_time
# diagnosis: required-construct
# Inside the block task is awaited directly; the group is there, but has no task.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = await task("A", 2)
        b = await task("B", 1)
        c = await task("C", 3)
    print(a, b, c, "all done", sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
