# fails: test_task_downloads_and_returns
# diagnosis: not-a-coroutine
# `yield` in place of `return` makes task an async generator, which cannot be awaited.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore):
    async with limit:
        yield await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
