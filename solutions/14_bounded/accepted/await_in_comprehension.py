"""Tasks made in one comprehension and awaited in another."""

import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(value=3)
    running = {n: asyncio.create_task(task(n, limit), name=f"download-{n}") for n in range(10)}
    print([await running[n] for n in sorted(running)])


if __name__ == "__main__":
    asyncio.run(main())
