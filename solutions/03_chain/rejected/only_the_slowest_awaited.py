# fails: test_leaves_nothing_behind
# diagnosis: lost-task
# main awaits only order 1, because it is the slowest in the example; with other times the others are cut off.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    slow = asyncio.create_task(task(1))
    quick = asyncio.create_task(task(2))
    middle = asyncio.create_task(task(3))
    # user-1 takes longest, the others are ready by then
    await slow


if __name__ == "__main__":
    asyncio.run(main())
