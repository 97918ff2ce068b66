# fails: test_prints_the_results_in_order
# diagnosis: output-order
# as_completed gives the results in the order in which the downloads end.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = []
    for f in asyncio.as_completed([task(number, limit) for number in range(10)]):
        results.append(await f)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
