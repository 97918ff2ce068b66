# fails: test_uses_a_task_group
# diagnosis: required-construct
# The task group is that of anyio; asyncio.TaskGroup is asked for.

import asyncio

import anyio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    results = {}

    async def keep(name, delay):
        results[name] = await task(name, delay)

    async with anyio.create_task_group() as tg:
        tg.start_soon(keep, "A", 2)
        tg.start_soon(keep, "B", 1)
        tg.start_soon(keep, "C", 3)
    for name in results:
        pass
    print(results["A"])
    print(results["B"])
    print(results["C"])
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
