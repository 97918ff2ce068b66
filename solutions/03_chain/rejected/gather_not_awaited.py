# fails: test_leaves_nothing_behind
# diagnosis: gather-misuse
# gather is called without await, so main returns while the three orders have hardly begun.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    asyncio.gather(
        task(1),
        task(2),
        task(3),
    )


if __name__ == "__main__":
    asyncio.run(main())
