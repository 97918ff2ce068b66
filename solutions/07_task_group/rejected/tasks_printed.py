# fails: test_prints_when_all_are_done
# diagnosis: never-awaited
# The Task objects are printed in place of their results.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("A", 2))
        b = tg.create_task(task("B", 1))
        c = tg.create_task(task("C", 3))
    print(a)
    print(b)
    print(c)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
