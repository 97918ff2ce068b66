# fails: test_never_more_than_three
# diagnosis: lock-deadlock
# The wrapper in main and task both take a place of the same limit; nobody gets a second one.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    await limit.acquire()
    try:
        return await download(number)
    finally:
        limit.release()


async def main() -> None:
    limit = asyncio.Semaphore(3)

    async def limited(number):
        async with limit:
            return await task(number, limit)

    print(await asyncio.gather(*(limited(number) for number in range(10))))


if __name__ == "__main__":
    asyncio.run(main())
