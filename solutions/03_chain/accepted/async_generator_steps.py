"""An async generator walks along the chain; `task` reads it to its end."""

import asyncio
from collections.abc import AsyncIterator

import given


async def chain(value, *steps) -> AsyncIterator:
    for step in steps:
        value = await step(value)
        yield value


async def task(order: int) -> str:
    found = [value async for value in chain(order, given.find_user, given.find_city)]
    city = found[-1]
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    # a gather inside a gather is as good as one
    await asyncio.gather(task(1), asyncio.gather(task(2), task(3)))


if __name__ == "__main__":
    asyncio.run(main())
