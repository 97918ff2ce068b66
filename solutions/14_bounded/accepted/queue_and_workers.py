"""A queue that is filled beforehand and three workers that stop when it is empty."""

import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def worker(queue: asyncio.Queue, limit: asyncio.Semaphore, results: dict) -> None:
    while not queue.empty():
        number = queue.get_nowait()
        results[number] = await task(number, limit)


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue()
    for number in range(10):
        queue.put_nowait(number)
    limit = asyncio.Semaphore(3)
    results: dict[int, int] = {}
    await asyncio.gather(*(worker(queue, limit, results) for _ in range(3)))
    print([results[number] for number in range(10)])


if __name__ == "__main__":
    asyncio.run(main())
