# fails: test_gives_the_place_back
# diagnosis: wrong-output
# When task is cancelled the shield lets the download run on, although the place is given back already.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        # a download that has begun must not be broken off
        return await asyncio.shield(download(number))


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
