"""The plain way: async with in task, gather in main."""

import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    print(await asyncio.gather(*(task(number, limit) for number in range(10))))


if __name__ == "__main__":
    asyncio.run(main())
