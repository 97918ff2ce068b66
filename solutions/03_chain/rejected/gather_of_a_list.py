# fails: test_main_runs_three_orders
# diagnosis: gather-misuse
# The list of orders is given to gather without the star; gather raises TypeError and no order runs.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    orders = [task(n) for n in (1, 2, 3)]
    await asyncio.gather(orders)


if __name__ == "__main__":
    asyncio.run(main())
