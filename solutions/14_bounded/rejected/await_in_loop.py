# fails: test_prints_the_list
# diagnosis: sequential-awaits
# main awaits each task before it calls the next; the semaphore has nothing to limit.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = []
    for number in range(10):
        results.append(await task(number, limit))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
