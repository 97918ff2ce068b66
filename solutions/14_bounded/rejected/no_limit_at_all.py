# fails: test_never_more_than_three
# diagnosis: unbounded-concurrency
# The semaphore is made and handed over, but task never takes a place of it; all ten downloads run at once.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    """Download `number` while holding `limit`, and return the result."""
    return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*[task(number, limit) for number in range(10)])
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
