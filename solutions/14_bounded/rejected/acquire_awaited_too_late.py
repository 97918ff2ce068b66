# fails: test_task_holds_the_limit
# diagnosis: unbounded-concurrency
# acquire is only stored and awaited after the download, as if it had taken the place meanwhile.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    place = limit.acquire()
    result = await download(number)
    await place
    limit.release()
    return result


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
