# fails: test_never_more_than_three
# diagnosis: unbounded-concurrency
# release is called in the try and again in the finally; with every download the limit grows by one.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    await limit.acquire()
    try:
        result = await download(number)
        limit.release()
        return result
    finally:
        limit.release()


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
