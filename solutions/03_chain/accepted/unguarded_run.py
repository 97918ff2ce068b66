"""No guard: the program is started by its last line, whoever loads it."""

import asyncio
from given import find_user, find_city


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


asyncio.run(main())
