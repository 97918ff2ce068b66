# fails: test_orders_run_side_by_side
# diagnosis: coroutine-not-started
# The coroutines are made first in the belief that they run from then on; each starts only when it is awaited.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    # start all three orders
    order1 = task(1)
    order2 = task(2)
    order3 = task(3)

    # ... and now wait until they are finished
    await order1
    await order2
    await order3


if __name__ == "__main__":
    asyncio.run(main())
