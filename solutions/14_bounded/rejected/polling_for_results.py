# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# main looks every 50 ms whether all results are there.
import asyncio

from given import download

results = {}


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def run_and_store(number, limit):
    results[number] = await task(number, limit)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    jobs = [asyncio.create_task(run_and_store(number, limit)) for number in range(10)]
    while len(results) < len(jobs):
        await asyncio.sleep(0.05)
    print([results[number] for number in range(10)])


if __name__ == "__main__":
    asyncio.run(main())
