# fails: test_prints_the_results_in_order
# diagnosis: hard-coded-output
# The tasks run, but the list that is printed is a constant.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    await asyncio.gather(*(task(number, limit) for number in range(10)))
    print([0, 1, 4, 9, 16, 25, 36, 49, 64, 81])


if __name__ == "__main__":
    asyncio.run(main())
