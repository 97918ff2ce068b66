"""A window of three tasks: whenever one ends, the next is started; the semaphore is there for task."""

import asyncio
from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = {}
    numbers = list(range(10))
    running = {}
    while numbers or running:
        while numbers and len(running) < 3:
            n = numbers.pop(0)
            running[asyncio.ensure_future(task(n, limit))] = n
        done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        for t in done:
            results[running.pop(t)] = t.result()
    print([results[n] for n in range(10)])


if __name__ == "__main__":
    asyncio.run(main())
