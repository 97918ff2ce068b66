# fails: test_main_calls_task
# diagnosis: wrong-output
# The group has two tasks only; C is missing.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("A", 2))
        b = tg.create_task(task("B", 1))
    print(a.result())
    print(b.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
