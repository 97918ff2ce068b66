"""as_completed gives them as they end; each brings its number along, which is its place in the list."""

import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)

    async def numbered(number):
        return number, await task(number, limit)

    results = [None] * 10
    for nxt in asyncio.as_completed([numbered(n) for n in range(10)]):
        number, result = await nxt
        results[number] = result
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
