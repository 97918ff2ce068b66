"""asyncio.wait for all; the results come from the list of tasks, not from the set that wait gives."""

import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]
    done, pending = await asyncio.wait(tasks)
    assert not pending
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
