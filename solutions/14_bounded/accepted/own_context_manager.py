"""An asynccontextmanager of the learner's own around acquire and release."""

import asyncio
from contextlib import asynccontextmanager

from given import download


@asynccontextmanager
async def place(limit: asyncio.Semaphore):
    await limit.acquire()
    try:
        yield
    finally:
        limit.release()


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with place(limit):
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = []
    async with asyncio.TaskGroup() as tg:
        for number in range(10):
            results.append(tg.create_task(task(number, limit)))
    results = [t.result() for t in results]
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
