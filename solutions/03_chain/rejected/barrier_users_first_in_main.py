# fails: test_no_order_waits_for_another
# diagnosis: needless-barrier
# main gathers all users before any city is asked for: an order whose user is found early waits for the slowest lookup.
import asyncio

from given import find_city, find_user

users = {}


async def task(order):
    if order not in users:
        users[order] = await find_user(order)
    city = await find_city(users[order])
    print(f"order {order}: {city}")
    return city


async def main():
    orders = [1, 2, 3]
    # step 1: all users at the same time
    found = await asyncio.gather(*[find_user(o) for o in orders])
    for o, user in zip(orders, found):
        users[o] = user
    # step 2: all cities at the same time
    await asyncio.gather(*[task(o) for o in orders])


if __name__ == "__main__":
    asyncio.run(main())
