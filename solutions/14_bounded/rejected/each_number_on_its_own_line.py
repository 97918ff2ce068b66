# fails: test_prints_the_results_in_order
# diagnosis: wrong-output
# The results are printed one by one, not as a list.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    for result in results:
        print(result)


if __name__ == "__main__":
    asyncio.run(main())
