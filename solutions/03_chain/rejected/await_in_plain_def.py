# fails: test_main_runs_three_orders
# diagnosis: await-outside-async
# task is written with def in place of async def, so its await is a SyntaxError.
import asyncio

from given import find_city, find_user


def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
