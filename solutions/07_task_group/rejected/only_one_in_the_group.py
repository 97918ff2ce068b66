# fails: test_uses_a_task_group
# diagnosis: required-construct
# Only A is started by the group; B and C go on beside it with gather.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("A", 2))
        b, c = await asyncio.gather(task("B", 1), task("C", 3))
    print(a.result())
    print(b)
    print(c)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
