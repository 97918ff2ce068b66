# fails: test_prints_the_four_lines
# diagnosis: over-serialised
# All tasks share a lock that is held during the wait.

import asyncio

lock = asyncio.Lock()


async def task(name, delay):
    async with lock:
        await asyncio.sleep(delay)
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
