"""loop.run_in_executor with the default thread pool."""

import asyncio
from functools import partial
from pathlib import Path

from given import FILES


async def task(path: Path) -> int:
    loop = asyncio.get_running_loop()
    lines = await loop.run_in_executor(None, partial(read_lines, path, encoding="utf-8"))
    return len(lines)


def read_lines(path: Path, *, encoding: str) -> list[str]:
    with path.open(encoding=encoding) as file:
        return list(file)


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
