"""The semaphore is made at module level and handed to task by main."""

import asyncio

from given import download

LIMIT = asyncio.Semaphore(3)


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    results = await asyncio.gather(*(task(number, LIMIT) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
