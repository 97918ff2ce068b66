"""`task` gives an object of its own class, which is awaitable by `__await__`."""

import asyncio

from given import find_city, find_user


class Delivery:
    def __init__(self, order):
        self.order = order

    def __await__(self):
        user = yield from find_user(self.order).__await__()
        city = yield from find_city(user).__await__()
        print(f"order {self.order}: {city}")
        return city


def task(order):
    return Delivery(order)


async def main():
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
