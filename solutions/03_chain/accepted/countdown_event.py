"""A counter and an Event tell `main` that the last order has ended."""

import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


class Countdown:
    def __init__(self, count: int) -> None:
        self.count = count
        self.zero = asyncio.Event()

    def __call__(self, _job: asyncio.Task) -> None:
        self.count -= 1
        if self.count == 0:
            self.zero.set()


async def main() -> None:
    countdown = Countdown(3)
    jobs = [asyncio.create_task(task(order)) for order in (1, 2, 3)]
    for job in jobs:
        job.add_done_callback(countdown)
    await countdown.zero.wait()
    for job in jobs:
        job.result()


if __name__ == "__main__":
    asyncio.run(main())
