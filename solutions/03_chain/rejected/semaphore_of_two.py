# fails: test_no_order_waits_for_another
# diagnosis: over-serialised
# A semaphore of two makes the third order wait until one of the others has ended; all three have to start at once.
import asyncio

import given

MAX_PARALLEL = 2  # be nice to the server
limit = asyncio.Semaphore(MAX_PARALLEL)


async def task(order: int) -> str:
    async with limit:
        user = await given.find_user(order)
        city = await given.find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    async with asyncio.TaskGroup() as tg:
        for order in (1, 2, 3):
            tg.create_task(task(order))


if __name__ == "__main__":
    asyncio.run(main())
