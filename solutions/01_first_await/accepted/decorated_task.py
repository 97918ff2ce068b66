"""A decorator writes the lines round a coroutine function that only waits."""

import asyncio
from functools import wraps


def reported(function):
    @wraps(function)
    async def wrapper(name, delay):
        print(f"{name} started")
        try:
            return await function(name, delay)
        finally:
            print(f"{name} finished")

    return wrapper


@reported
async def task(name, delay):
    await asyncio.sleep(delay)


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
