"""Inside the limit the download is a task of its own, which is awaited there."""

import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        inner = asyncio.create_task(download(number))
        return await inner


async def main() -> None:
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]
    results = await asyncio.gather(*tasks)
    print(str(results))


if __name__ == "__main__":
    asyncio.run(main())
