# fails: test_leaves_nothing_behind
# diagnosis: lost-task
# main awaits only the task that was started last; order 1 is cut off when main returns.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    asyncio_tasks = [asyncio.create_task(task(n)) for n in (1, 2, 3)]
    # wait until the last one is done
    await asyncio_tasks[-1]


if __name__ == "__main__":
    asyncio.run(main())
