# fails: test_no_order_waits_for_another
# diagnosis: needless-barrier
# An asyncio.Barrier between the steps lets no order go on to its city until all three users are known.
import asyncio

from given import find_city, find_user

barrier = None


async def task(order: int) -> str:
    user = await find_user(order)
    if barrier is not None:
        await barrier.wait()  # step 1 is complete, now step 2
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    global barrier
    barrier = asyncio.Barrier(3)
    async with asyncio.TaskGroup() as tg:
        for order in (1, 2, 3):
            tg.create_task(task(order))


if __name__ == "__main__":
    asyncio.run(main())
