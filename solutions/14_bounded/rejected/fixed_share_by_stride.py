# fails: test_next_begins_when_one_ends
# diagnosis: over-serialised
# Each of three workers has its fixed numbers (0, 3, 6, 9 and so on); one that is through early helps nobody.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = [0] * 10

    async def worker(numbers):
        for number in numbers:
            results[number] = await task(number, limit)

    await asyncio.gather(
        worker([0, 3, 6, 9]),
        worker([1, 4, 7]),
        worker([2, 5, 8]),
    )
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
