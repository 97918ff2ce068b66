# fails: test_no_order_waits_for_another
# diagnosis: over-serialised
# The cities are looked up one at a time under a lock, so an order waits for the cities of others.
import asyncio

from given import find_city, find_user


city_lock = asyncio.Lock()


async def task(order: int) -> str:
    user = await find_user(order)
    async with city_lock:
        city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
