"""Inside the limit a TaskGroup of one; it ends, or is cancelled, before the place is given back."""

import asyncio

import given


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit, asyncio.TaskGroup() as tg:
        job = tg.create_task(given.download(number))
    return job.result()


async def main() -> None:
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        tasks = tuple(tg.create_task(task(number, limit)) for number in range(10))
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
