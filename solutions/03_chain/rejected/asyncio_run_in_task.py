# fails: test_task_finds_user_then_city
# diagnosis: nested-event-loop
# task uses asyncio.run for its steps while the loop is running already; RuntimeError.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = asyncio.run(find_user(order))
    city = asyncio.run(find_city(user))
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
