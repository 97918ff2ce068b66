# fails: test_gives_the_place_back
# diagnosis: cleanup-missing
# Only network errors give the place back; any other failure, and a cancellation, keeps it for ever.
import asyncio

from given import download


class Place:
    def __init__(self, limit):
        self.limit = limit

    async def __aenter__(self):
        await self.limit.acquire()

    async def __aexit__(self, kind, error, traceback):
        if kind is None or issubclass(kind, OSError):
            self.limit.release()


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with Place(limit):
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
