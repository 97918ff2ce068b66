"""A decorator adds the lines at both ends; def returns a coroutine."""

import asyncio
import functools


def with_ends(function):
    @functools.wraps(function)
    async def wrapper(name):
        print(f"{name} opened")
        try:
            return await function(name)
        finally:
            print(f"{name} closed")

    return wrapper


@with_ends
async def task(name: str) -> None:
    while True:
        await asyncio.sleep(1)
        print(f"{name} tick")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
