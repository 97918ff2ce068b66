# fails: test_task_waits_and_returns
# diagnosis: never-awaited
# asyncio.sleep is not awaited, so everything is done at once.

import asyncio


async def task(name, delay):
    asyncio.sleep(delay)
    return f"{name} done"


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
