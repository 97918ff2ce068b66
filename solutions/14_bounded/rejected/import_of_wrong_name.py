# fails: test_main_calls_task
# diagnosis: import-error
# given has no download_number; the import fails.
import asyncio

from given import download_number


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download_number(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
