# fails: test_task_holds_the_limit
# diagnosis: wrong-output
# A task that finds no free place returns None at once; only three numbers are downloaded.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int | None:
    if limit.locked():
        return None
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
