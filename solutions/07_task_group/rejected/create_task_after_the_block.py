# fails: test_main_calls_task
# diagnosis: required-construct
# C is started after the block, when the group has ended and takes no more: RuntimeError.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("A", 2))
        b = tg.create_task(task("B", 1))
    c = tg.create_task(task("C", 3))
    print(a.result())
    print(b.result())
    print(c.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
