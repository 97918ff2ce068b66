# fails: test_task_downloads_and_returns
# diagnosis: executor-misuse
# run_in_executor gets an async def: the thread only makes a coroutine, and that is what task returns.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    loop = asyncio.get_running_loop()
    async with limit:
        return await loop.run_in_executor(None, download, number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
