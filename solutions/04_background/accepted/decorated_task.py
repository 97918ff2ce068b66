"""A decorator makes every call of task start at once in the background."""

import asyncio
import functools


def in_background(function):
    @functools.wraps(function)
    def start(*args, **kwargs):
        return asyncio.ensure_future(function(*args, **kwargs))

    return start


@in_background
async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    report = task("report", 3)
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
