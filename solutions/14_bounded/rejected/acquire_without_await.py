# fails: test_never_more_than_three
# diagnosis: never-awaited
# acquire is a coroutine; without await no place is taken.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    limit.acquire()
    try:
        return await download(number)
    finally:
        limit.release()


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
