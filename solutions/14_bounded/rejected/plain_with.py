# fails: test_task_downloads_and_returns
# diagnosis: sync-context-manager
# `with limit:` in place of `async with limit:`; TypeError.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
