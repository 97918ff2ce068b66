"""Each finished order reports to `main` through a queue."""

import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    finished: asyncio.Queue[asyncio.Task[str]] = asyncio.Queue()
    waiting = set()
    for order in (1, 2, 3):
        job = asyncio.create_task(task(order))
        job.add_done_callback(finished.put_nowait)
        waiting.add(job)
    while waiting:
        job = await finished.get()
        waiting.remove(job)
        job.result()


if __name__ == "__main__":
    asyncio.run(main())
