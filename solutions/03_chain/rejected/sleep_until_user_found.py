# fails: test_task_finds_user_then_city
# diagnosis: sleep-instead-of-await
# task sleeps for a while and then reads the user's task, in place of awaiting it; right only if the lookup is quicker than the sleep.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user_task = asyncio.create_task(find_user(order))
    await asyncio.sleep(1.1)  # find_user takes 1 second
    user = user_task.result()
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
