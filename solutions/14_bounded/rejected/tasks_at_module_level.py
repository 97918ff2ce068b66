# fails: test_main_calls_task
# diagnosis: no-running-loop
# create_task at module level, where no loop runs; RuntimeError when the file is loaded.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


limit = asyncio.Semaphore(3)
tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]


async def main() -> None:
    print([await t for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
