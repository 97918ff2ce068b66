# fails: test_main_runs_three_orders
# diagnosis: hard-coded-output
# main sleeps and prints the expected lines itself; task is never called.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.sleep(2)
    print("order 2: city-2")
    await asyncio.sleep(1)
    print("order 3: city-3")
    await asyncio.sleep(1)
    print("order 1: city-1")


if __name__ == "__main__":
    asyncio.run(main())
