# fails: test_orders_run_side_by_side
# diagnosis: sleep-instead-of-await
# main sleeps long enough for the example in place of awaiting the tasks, and so does not end when the slowest has ended.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    tasks = [asyncio.create_task(task(order)) for order in (1, 2, 3)]
    # the slowest order needs 1 + 3 seconds
    await asyncio.sleep(4.5)


if __name__ == "__main__":
    asyncio.run(main())
