# fails: test_next_begins_when_one_ends
# diagnosis: lock-deadlock
# Nobody ever gives a place back: the fourth task waits for ever.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    await limit.acquire()
    return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
