# fails: test_task_finds_user_then_city
# diagnosis: hard-coded-output
# The times and cities of the example are written into the program; find_user and find_city are never asked.
import asyncio

DELAYS = {1: 4, 2: 2, 3: 3}


async def task(order: int) -> str:
    await asyncio.sleep(DELAYS.get(order, 3))
    city = f"city-{order}"
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(*(task(order) for order in DELAYS))


if __name__ == "__main__":
    asyncio.run(main())
