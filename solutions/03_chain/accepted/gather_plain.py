"""The usual way: two awaits in a row in `task`, one gather in `main`."""

import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
