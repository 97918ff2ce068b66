# fails: test_uses_a_task_group
# diagnosis: required-construct
# Three tasks of asyncio.create_task, awaited in turn; no TaskGroup at all.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    a = asyncio.create_task(task("A", 2))
    b = asyncio.create_task(task("B", 1))
    c = asyncio.create_task(task("C", 3))
    for t in (a, b, c):
        await t
    print(a.result())
    print(b.result())
    print(c.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
