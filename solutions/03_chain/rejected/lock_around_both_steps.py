# fails: test_no_order_waits_for_another
# diagnosis: over-serialised
# A lock that all orders share is held during both steps, so only one order is ever on its way.
import asyncio
from given import find_city, find_user

lock = asyncio.Lock()


async def task(order):
    # the lock makes sure that the orders don't mix up their users
    async with lock:
        user = await find_user(order)
        city = await find_city(user)
        print(f"order {order}: {city}")
    return city


async def main():
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
