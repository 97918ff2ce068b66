# fails: test_task_holds_the_limit
# diagnosis: unbounded-concurrency
# The place is given back before the download begins: only `pass` stands in the block.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    # wait until there is a place
    async with limit:
        pass
    return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
