# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# task spins with sleep(0) until the user's task is done, in place of awaiting it.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user_task = asyncio.create_task(find_user(order))
    while not user_task.done():
        await asyncio.sleep(0)
    user = user_task.result()
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
