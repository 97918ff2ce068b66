# fails: test_main_calls_task
# diagnosis: await-non-awaitable
# create_task gets what the awaited task returns, a text: TypeError, after two seconds.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(await task("A", 2))
        b = tg.create_task(await task("B", 1))
        c = tg.create_task(await task("C", 3))
    print(a.result())
    print(b.result())
    print(c.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
