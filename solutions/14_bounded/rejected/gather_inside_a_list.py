# fails: test_prints_the_results_in_order
# diagnosis: wrong-output
# gather gives a list already; the learner puts it into another one.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = [await asyncio.gather(*(task(number, limit) for number in range(10)))]
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
