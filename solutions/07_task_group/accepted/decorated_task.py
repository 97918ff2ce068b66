"""task is decorated, and gives an awaitable of another coroutine function."""

import asyncio
import functools


def done(function):
    @functools.wraps(function)
    async def wrapper(name, delay):
        await function(name, delay)
        return f"{name} done"

    return wrapper


@done
async def task(name, delay):
    await asyncio.sleep(delay)


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
