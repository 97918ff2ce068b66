"""An async generator yields the results in order; an async comprehension makes the list."""

import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def results(limit):
    tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]
    for t in tasks:
        yield await t


async def main() -> None:
    limit = asyncio.Semaphore(3)
    print([result async for result in results(limit)])


if __name__ == "__main__":
    asyncio.run(main())
