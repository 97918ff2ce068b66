"""aiofiles opens the file and gives its lines by async for; its with block closes it."""

import asyncio
from pathlib import Path

import aiofiles
from given import FILES


async def task(path: Path) -> int:
    count = 0
    async with aiofiles.open(path, encoding="utf-8") as file:
        async for _ in file:
            count += 1
    return count


async def main():
    tasks = []
    for path in FILES:
        tasks.append(asyncio.create_task(task(path)))
    total = 0
    for path, t in zip(FILES, tasks):
        count = await t
        total += count
        print(f"{path.name}: {count} lines")
    print(f"total: {total} lines")


if __name__ == "__main__":
    asyncio.run(main())
