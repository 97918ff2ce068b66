# fails: test_leaves_nothing_behind
# diagnosis: threads-instead-of-tasks
# Every download gets a thread with an event loop of its own, though it is asyncio code that could be awaited.
import asyncio

from given import download


def run_download(number):
    return asyncio.run(download(number))


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await asyncio.to_thread(run_download, number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
