# fails: test_task_finds_user_then_city
# diagnosis: coroutine-reuse
# The same coroutine object is awaited twice; the second await raises RuntimeError.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = find_user(order)
    await user  # first wait for the user ...
    city = await find_city(await user)  # ... then use it
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
