# fails: test_uses_a_task_group
# diagnosis: required-construct
# Inside the block asyncio.create_task is called, not the group's; the group owns nothing and main awaits by hand.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = asyncio.create_task(task("A", 2))
        b = asyncio.create_task(task("B", 1))
        c = asyncio.create_task(task("C", 3))
        await a
        await b
        await c
    print(a.result())
    print(b.result())
    print(c.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
