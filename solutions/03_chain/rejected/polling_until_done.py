# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# main looks at the tasks every 10 ms in place of awaiting them.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    tasks = [asyncio.create_task(task(order)) for order in (1, 2, 3)]
    while not all(t.done() for t in tasks):
        await asyncio.sleep(0.01)
    for t in tasks:
        t.result()


if __name__ == "__main__":
    asyncio.run(main())
