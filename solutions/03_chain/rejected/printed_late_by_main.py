# fails: test_prints_and_returns_the_city
# diagnosis: handled-late
# task prints nothing; main prints all lines after gather, when the slowest order has ended.
import asyncio

from given import find_city, find_user


async def task(order):
    user = await find_user(order)
    city = await find_city(user)
    return city


async def main():
    cities = await asyncio.gather(task(1), task(2), task(3))
    for order, city in enumerate(cities, start=1):
        print(f"order {order}: {city}")


if __name__ == "__main__":
    asyncio.run(main())
