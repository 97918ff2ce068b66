# fails: test_task_downloads_and_returns
# diagnosis: hard-coded-output
# task awaits the download, drops its result and returns a square of its own.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        await download(number)
    return number * number


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
