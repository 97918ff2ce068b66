# fails: test_task_finds_user_then_city
# diagnosis: hard-coded-output
# Both steps run side by side with a guessed user name, though the city needs the user that was found.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    # faster: both steps at once, the user is always called user-N
    user, city = await asyncio.gather(
        find_user(order),
        find_city(f"user-{order}"),
    )
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
