# fails: test_no_order_waits_for_another
# diagnosis: needless-barrier
# A helper class counts the users and sets an event when the last is found; until then every order waits.
import asyncio

import given


class Shop:
    """Keeps track of the users that have been found."""

    def __init__(self):
        self.expected = 1
        self.users = {}
        self.all_found = asyncio.Event()

    async def user_of(self, order):
        user = await given.find_user(order)
        self.users[order] = user
        if len(self.users) >= self.expected:
            self.all_found.set()
        await self.all_found.wait()
        return self.users[order]

    async def city_of(self, order):
        user = await self.user_of(order)
        return await given.find_city(user)


shop = Shop()


async def task(order):
    city = await shop.city_of(order)
    print(f"order {order}: {city}")
    return city


async def main():
    shop.expected = 3
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
