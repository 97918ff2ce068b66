"""functools.partial prepares the calls; a small helper starts whatever it is given."""

import asyncio
from functools import partial

from given import find_city, find_user


async def task(order: int) -> str:
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


JOBS = [partial(task, order) for order in (1, 2, 3)]


async def run_all(jobs):
    started = [asyncio.ensure_future(job()) for job in jobs]
    return [await future for future in started]


async def main() -> None:
    await run_all(JOBS)


if __name__ == "__main__":
    asyncio.run(main())
