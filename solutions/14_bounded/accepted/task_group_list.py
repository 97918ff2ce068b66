"""TaskGroup; the tasks are kept in a list and asked for their results after the block."""

import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    """Download `number` while holding `limit`, and return the result."""
    async with limit:
        result = await download(number)
    return result


async def main() -> None:
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(task(number, limit)) for number in range(10)]
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
