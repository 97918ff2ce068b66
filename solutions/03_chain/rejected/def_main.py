# fails: test_main_runs_three_orders
# diagnosis: not-a-coroutine
# main is a plain function that starts a loop itself; it has to give a coroutine.
import asyncio

from given import find_city, find_user


async def task(order):
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def run_orders():
    await asyncio.gather(task(1), task(2), task(3))


def main():
    asyncio.run(run_orders())


if __name__ == "__main__":
    main()
