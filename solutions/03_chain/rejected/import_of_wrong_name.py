# fails: test_main_runs_three_orders
# diagnosis: import-error
# given has no find_town; the import fails.
import asyncio

from given import find_town, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    town = await find_town(user)
    print(f"order {order}: {town}")
    return town


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
