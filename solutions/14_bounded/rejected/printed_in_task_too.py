# fails: test_prints_the_list
# diagnosis: wrong-output
# task prints each result besides returning it: ten lines too many.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        result = await download(number)
        print(result)
        return result


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
