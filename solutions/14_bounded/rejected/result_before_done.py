# fails: test_main_calls_task
# diagnosis: result-not-ready
# The tasks are asked for their results right after they were created; InvalidStateError.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]
    results = [t.result() for t in tasks]
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
