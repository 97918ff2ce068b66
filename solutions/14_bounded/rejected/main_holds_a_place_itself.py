# fails: test_prints_the_list
# diagnosis: over-serialised
# main takes one of the three places for itself while it waits, so only two are left for the downloads.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    async with limit:
        results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
