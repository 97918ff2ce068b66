"""anyio.open_file as an async context manager, and an asynchronous comprehension over its lines."""

import asyncio

from anyio import open_file
from given import FILES


async def task(path):
    async with await open_file(path, encoding="utf-8") as file:
        return sum([1 async for _ in file])


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
