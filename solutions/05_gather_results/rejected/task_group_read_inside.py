# fails: test_main_calls_task
# diagnosis: result-not-ready
# The results are read inside the block of the TaskGroup, whose end would have waited for them.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("tea", 3))
        b = tg.create_task(task("coffee", 1))
        c = tg.create_task(task("water", 2))
        print(a.result())
        print(b.result())
        print(c.result())


if __name__ == "__main__":
    asyncio.run(main())
