# fails: test_main_calls_task
# diagnosis: coroutine-reuse
# gather has run the coroutines already; to await them again for their results is a RuntimeError.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    jobs = [task(number, limit) for number in range(10)]
    await asyncio.gather(*jobs)
    results = []
    for job in jobs:
        results.append(await job)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
