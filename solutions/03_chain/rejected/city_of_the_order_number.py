# fails: test_task_finds_user_then_city
# diagnosis: wrong-output
# find_user is left out and find_city is asked for the order's number in place of the user.
import asyncio

from given import find_city


async def task(order):
    # find_city wants a str
    city = await find_city(str(order))
    print(f"order {order}: {city}")
    return city


async def main():
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
