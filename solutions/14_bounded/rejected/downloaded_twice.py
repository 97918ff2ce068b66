# fails: test_prints_the_list
# diagnosis: wrong-output
# task downloads once to see whether it works, and a second time for the result.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        if await download(number) is not None:
            return await download(number)
        return 0


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
