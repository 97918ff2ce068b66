# fails: test_leaves_nothing_behind
# diagnosis: lost-task
# The tasks are started and kept in a list, but main returns at once without waiting for any of them.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    orders = []
    for n in (1, 2, 3):
        orders.append(asyncio.create_task(task(n)))
    # now all orders run at the same time


if __name__ == "__main__":
    asyncio.run(main())
