# fails: test_orders_run_side_by_side
# diagnosis: sequential-awaits
# The three orders are awaited one after the other, so the second begins only when the first has ended.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    # each order does its two steps ... all with await, so it is async
    await task(1)
    await task(2)
    await task(3)


if __name__ == "__main__":
    asyncio.run(main())
