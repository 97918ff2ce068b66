"""functools.partial and keyword arguments."""

import asyncio
from functools import partial

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    start = partial(task, limit=asyncio.Semaphore(3))
    calls = [partial(start, number) for number in range(10)]
    print(await asyncio.gather(*[call() for call in calls]))


if __name__ == "__main__":
    asyncio.run(main())
