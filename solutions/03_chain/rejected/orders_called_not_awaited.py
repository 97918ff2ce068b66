# fails: test_main_runs_three_orders
# diagnosis: never-awaited
# main calls task three times like plain functions; the coroutines are never awaited and nothing runs.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    task(1)
    task(2)
    task(3)


if __name__ == "__main__":
    asyncio.run(main())
