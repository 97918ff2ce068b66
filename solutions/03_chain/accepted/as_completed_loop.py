"""The cities are collected with as_completed while `task` does the printing."""

import asyncio

from given import find_city, find_user

ORDERS = (1, 2, 3)


async def task(order: int) -> str:
    city = await find_city(await find_user(order))
    print("order {}: {}".format(order, city))
    return city


async def main() -> list[str]:
    cities: list[str] = []
    for earliest in asyncio.as_completed([task(order) for order in ORDERS]):
        cities.append(await earliest)
    return cities


if __name__ == "__main__":
    asyncio.run(main())
