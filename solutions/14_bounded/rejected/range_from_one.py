# fails: test_main_calls_task
# diagnosis: wrong-output
# range(1, 11) gives 1 to 10.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(1, 11)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
