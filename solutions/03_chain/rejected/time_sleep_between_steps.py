# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# A time.sleep between the steps blocks the event loop, and with it the other orders.
import asyncio
import time

from given import find_city, find_user

PAUSE = 0.2


async def task(order: int) -> str:
    user = await find_user(order)
    time.sleep(PAUSE)  # don't ask too fast
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
