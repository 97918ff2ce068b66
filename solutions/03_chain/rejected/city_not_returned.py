# fails: test_prints_and_returns_the_city
# diagnosis: result-not-returned
# task prints the city and forgets to return it.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
