# fails: test_never_more_than_three
# diagnosis: unbounded-concurrency
# Semaphore(4): the learner counts the places from 0 to 3.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(4)  # 0, 1, 2, 3
    tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]
    results = [await t for t in tasks]
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
