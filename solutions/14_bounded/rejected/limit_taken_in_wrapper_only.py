# fails: test_task_holds_the_limit
# diagnosis: parameter-ignored
# A wrapper in main takes the place; task itself, called with a limit, does not hold it.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)

    async def limited(number):
        async with limit:
            return await task(number, limit)

    results = await asyncio.gather(*(limited(number) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
