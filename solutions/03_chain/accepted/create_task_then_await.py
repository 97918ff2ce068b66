"""Three named tasks are started first and awaited one after the other later."""
import asyncio
from given import find_city, find_user


async def task(order):
    user = await find_user(order)
    city = await find_city(user)
    print("order", str(order) + ":", city)
    return city


async def main():
    # all three are on their way before the first await
    first = asyncio.create_task(task(1))
    second = asyncio.create_task(task(2))
    third = asyncio.create_task(task(3))
    await first
    await second
    await third


if __name__ == "__main__":
    asyncio.run(main())
