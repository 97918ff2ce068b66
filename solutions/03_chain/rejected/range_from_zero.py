# fails: test_main_runs_three_orders
# diagnosis: wrong-output
# range(3) gives 0, 1, 2: the orders are 1, 2 and 3.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    async with asyncio.TaskGroup() as tg:
        for order in range(3):
            tg.create_task(task(order))


if __name__ == "__main__":
    asyncio.run(main())
