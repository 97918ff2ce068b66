# fails: test_main_runs_three_orders
# diagnosis: missing-function
# The learner called the coroutine run_all; main is missing.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def run_all() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(run_all())
