"""No guard: the program is started by its last line, whoever loads it."""

import asyncio
from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*[task(number, limit) for number in range(10)])
    print(results)


asyncio.run(main())
