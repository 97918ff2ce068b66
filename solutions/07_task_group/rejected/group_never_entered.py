# fails: test_main_calls_task
# diagnosis: required-construct
# The group is made but not entered by async with; its create_task refuses: RuntimeError.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    tg = asyncio.TaskGroup()
    a = tg.create_task(task("A", 2))
    b = tg.create_task(task("B", 1))
    c = tg.create_task(task("C", 3))
    await asyncio.wait([a, b, c])
    print(a.result())
    print(b.result())
    print(c.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
