# fails: test_prints_the_list
# diagnosis: coroutine-not-started
# The coroutines are kept in a list in the belief that they run from then on; each starts at its await.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    # start the ten downloads
    downloads = [task(number, limit) for number in range(10)]
    # and collect their results
    results = []
    for d in downloads:
        results.append(await d)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
