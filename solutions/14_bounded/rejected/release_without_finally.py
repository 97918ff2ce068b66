# fails: test_gives_the_place_back
# diagnosis: cleanup-missing
# acquire, download, release in a row: when the download fails the release is never reached.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    await limit.acquire()
    result = await download(number)
    limit.release()
    return result


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
