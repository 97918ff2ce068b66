# fails: test_prints_the_list
# diagnosis: over-serialised
# Semaphore(2): the learner takes "at most three" for "fewer than three", so one of the three places is never used.
import asyncio

from given import download

MAX_PARALLEL = 2


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        result = await download(number)
    return result


async def main() -> None:
    limit = asyncio.Semaphore(MAX_PARALLEL)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
