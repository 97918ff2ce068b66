# fails: test_leaves_nothing_behind
# diagnosis: lost-task
# The tasks are started, but main prints the still empty list at once and returns.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = []
    tasks = []

    async def job(number):
        results.append(await task(number, limit))

    for number in range(10):
        tasks.append(asyncio.create_task(job(number)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
