# fails: test_task_finds_user_then_city
# diagnosis: result-not-ready
# The user's task is asked for its result right after it was started; InvalidStateError.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user_task = asyncio.create_task(find_user(order))
    city = await find_city(user_task.result())
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
