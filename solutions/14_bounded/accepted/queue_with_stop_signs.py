"""A producer, a queue of size one, three workers, and one stop sign for each worker."""

import asyncio
from given import download

STOP = object()
WORKERS = 3


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def producer(queue):
    for number in range(10):
        await queue.put(number)
    for _ in range(WORKERS):
        await queue.put(STOP)


async def worker(queue, limit, results):
    while (number := await queue.get()) is not STOP:
        results.append((number, await task(number, limit)))


async def main() -> None:
    queue = asyncio.Queue(maxsize=1)
    limit = asyncio.Semaphore(WORKERS)
    results = []
    workers = [worker(queue, limit, results) for _ in range(WORKERS)]
    await asyncio.gather(producer(queue), *workers)
    print([r for _, r in sorted(results, key=lambda item: item[0])])


if __name__ == "__main__":
    asyncio.run(main())
