# fails: test_next_begins_when_one_ends
# diagnosis: needless-barrier
# Three workers meet at a Barrier after every download, so each round waits for its slowest.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    barrier = asyncio.Barrier(3)
    results = {}

    async def worker(start):
        for number in range(start, 12, 3):
            if number < 10:
                results[number] = await task(number, limit)
            await barrier.wait()  # all three are ready for the next round

    await asyncio.gather(worker(0), worker(1), worker(2))
    print([results[number] for number in range(10)])


if __name__ == "__main__":
    asyncio.run(main())
