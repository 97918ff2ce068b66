# fails: test_prints_the_three_lines
# diagnosis: wrong-output
# main prints a line more than the three that are asked for.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))
    print("all orders done")


if __name__ == "__main__":
    asyncio.run(main())
