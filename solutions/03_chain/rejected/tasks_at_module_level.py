# fails: test_main_runs_three_orders
# diagnosis: no-running-loop
# create_task is called at module level, where no loop runs yet; RuntimeError when the file is loaded.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


# start them
t1 = asyncio.create_task(task(1))
t2 = asyncio.create_task(task(2))
t3 = asyncio.create_task(task(3))


async def main() -> None:
    await t1
    await t2
    await t3


if __name__ == "__main__":
    asyncio.run(main())
