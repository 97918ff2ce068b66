# fails: test_orders_run_side_by_side
# diagnosis: sequential-awaits
# Each task is awaited in the same line that creates it, so the next one is not even created until it has ended.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    # create_task makes it run in the background
    for n in range(1, 4):
        await asyncio.create_task(task(n))


if __name__ == "__main__":
    asyncio.run(main())
