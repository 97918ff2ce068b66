# fails: test_task_finds_user_then_city
# diagnosis: await-non-awaitable
# print is awaited; it gives None, and await None raises TypeError, so that the city is not returned.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    await print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
