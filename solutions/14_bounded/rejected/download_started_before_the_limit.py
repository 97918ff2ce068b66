# fails: test_task_holds_the_limit
# diagnosis: unbounded-concurrency
# create_task starts the download before the place is taken; only the waiting for it is limited.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    job = asyncio.create_task(download(number))
    async with limit:
        return await job


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
