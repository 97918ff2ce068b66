# fails: test_no_order_waits_for_another
# diagnosis: needless-barrier
# Each order waits until the order before it has printed, because the learner wants the lines sorted by number.
import asyncio

from given import find_city, find_user

printed = {}


async def task(order):
    user = await find_user(order)
    city = await find_city(user)
    # first 1, then 2, then 3
    before = printed.get(order - 1)
    if before is not None:
        await before.wait()
    print(f"order {order}: {city}")
    if order in printed:
        printed[order].set()
    return city


async def main():
    for order in (1, 2, 3):
        printed[order] = asyncio.Event()
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
