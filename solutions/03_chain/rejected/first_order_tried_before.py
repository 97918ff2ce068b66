# fails: test_main_runs_three_orders
# diagnosis: wrong-output
# Order 1 is run once alone as a trial and then again with the others; each order is to run once.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await task(1)  # try it with one order first
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
