# fails: test_prints_the_results_in_order
# diagnosis: shared-state-race
# The old dict is read before the await and written after it: what others stored meanwhile is lost.
import asyncio

from given import download

results = {}


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def job(number, limit):
    global results
    results = {**results, number: await task(number, limit)}


async def main() -> None:
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        for number in range(10):
            tg.create_task(job(number, limit))
    print([results[number] for number in sorted(results)])


if __name__ == "__main__":
    asyncio.run(main())
