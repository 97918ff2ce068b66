"""task has more parameters than the contract names, all with defaults."""

import asyncio
from typing import Awaitable, Callable

import given


async def task(
    number: int,
    limit: asyncio.Semaphore,
    get: Callable[[int], Awaitable[int]] | None = None,
) -> int:
    if get is None:
        get = given.download
    async with limit:
        return await get(number)


async def main() -> list[int]:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*[task(number, limit) for number in range(10)])
    print(results)
    return results


if __name__ == "__main__":
    asyncio.run(main())
