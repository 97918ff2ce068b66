# fails: test_main_calls_task
# diagnosis: never-awaited
# Inside the block task is called without create_task: three coroutines that never run.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = task("A", 2)
        b = task("B", 1)
        c = task("C", 3)
    print(a, b, c, "all done", sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
