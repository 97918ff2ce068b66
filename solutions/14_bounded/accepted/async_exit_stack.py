"""contextlib.AsyncExitStack holds the limit."""

import asyncio
from contextlib import AsyncExitStack

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(limit)
        return await download(number)


async def main() -> None:
    async with AsyncExitStack() as stack:
        limit = asyncio.Semaphore(3)
        tg = await stack.enter_async_context(asyncio.TaskGroup())
        tasks = [tg.create_task(task(number, limit)) for number in range(10)]
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
