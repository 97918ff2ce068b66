# fails: test_works_while_the_task_runs
# diagnosis: coroutine-not-started
# The coroutine is kept, and made a task in the last line only.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    coro = task("report", 3)
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    t = asyncio.create_task(coro)
    print(await t)


if __name__ == "__main__":
    asyncio.run(main())
