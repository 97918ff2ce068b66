# fails: test_never_more_than_three
# diagnosis: unbounded-concurrency
# Each task makes a semaphore of its own, which nobody else ever uses.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    limit = asyncio.Semaphore(3)
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
