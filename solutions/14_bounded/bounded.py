"""Many downloads, at most three at a time."""

import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    """Download `number` while holding `limit`, and return the result."""
    # `async with` takes a place, waiting for a free one, and gives it back however the download ends.
    async with limit:
        return await download(number)


async def main() -> None:
    """Download 0 to 9, never more than three at once, and print the list of results in order."""
    # One semaphore for all: ten tasks are started, three hold a place, and whenever one leaves the next goes in.
    limit = asyncio.Semaphore(3)
    # `gather` gives the results in the order of its arguments, whichever download ends first.
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
