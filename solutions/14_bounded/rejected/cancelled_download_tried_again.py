# fails: test_gives_the_place_back
# diagnosis: cancel-swallowed
# A cancellation is taken for a failed try: the task keeps its place and downloads again.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        while True:
            try:
                return await download(number)
            except asyncio.CancelledError:
                continue  # once more


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
