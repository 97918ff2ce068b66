# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# time.sleep blocks the event loop, so the waits add up to six seconds.

import asyncio
import time


async def task(name, delay):
    time.sleep(delay)
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
