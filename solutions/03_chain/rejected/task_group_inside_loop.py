# fails: test_orders_run_side_by_side
# diagnosis: sequential-awaits
# The TaskGroup is opened anew for every order; leaving the block waits, so the orders run one after the other.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    for order in (1, 2, 3):
        async with asyncio.TaskGroup() as tg:
            tg.create_task(task(order))


if __name__ == "__main__":
    asyncio.run(main())
