"""A decorator prints the two lines around the waiting coroutine."""

import asyncio
import functools


def announced(coroutine_function):
    @functools.wraps(coroutine_function)
    async def wrapper(name, *args, **kwargs):
        print(f"{name} started")
        result = await coroutine_function(name, *args, **kwargs)
        print(f"{name} finished")
        return result

    return wrapper


@announced
async def task(name: str, delay: float) -> None:
    await asyncio.sleep(delay)


async def main() -> None:
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
