"""The group is entered by an AsyncExitStack, beside whatever else may be opened there."""

import asyncio
from contextlib import AsyncExitStack


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with AsyncExitStack() as stack:
        tg = await stack.enter_async_context(asyncio.TaskGroup())
        a = tg.create_task(task("A", 2))
        b = tg.create_task(task("B", 1))
        c = tg.create_task(task("C", 3))
    print(a.result())
    print(b.result())
    print(c.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
