# fails: test_uses_a_task_group
# diagnosis: required-construct
# There is a TaskGroup, but nothing is started in it; gather does the work inside its block.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        results = await asyncio.gather(task("A", 2), task("B", 1), task("C", 3))
    for result in results:
        print(result)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
