# fails: test_task_finds_user_then_city
# diagnosis: never-awaited
# find_city is called without await: a coroutine object is printed and returned in place of the city.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
