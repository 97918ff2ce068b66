# fails: test_task_finds_user_then_city
# diagnosis: never-awaited
# find_user is called without await, so find_city gets a coroutine in place of the user's name.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
