# fails: test_next_begins_when_one_ends
# diagnosis: needless-barrier
# gather over slices of three: the next three begin only when the slowest of the last three has ended.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    numbers = list(range(10))
    results = []
    for i in range(0, len(numbers), 3):
        batch = numbers[i:i + 3]
        results += await asyncio.gather(*(task(number, limit) for number in batch))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
