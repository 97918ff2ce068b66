"""A decorator does the printing, the decorated coroutine function only the two steps."""

import asyncio
import functools

from given import find_city, find_user


def announced(function):
    @functools.wraps(function)
    async def wrapper(order):
        city = await function(order)
        print(f"order {order}: {city}")
        return city

    return wrapper


@announced
async def task(order: int) -> str:
    user = await find_user(order)
    return await find_city(user)


async def main() -> None:
    async with asyncio.TaskGroup() as tg:
        tg.create_task(task(1))
        tg.create_task(task(2))
        tg.create_task(task(3))


if __name__ == "__main__":
    asyncio.run(main())
