"""The form of Python's documentation: the pool in a with block, which is left when nothing runs in it any more."""

import asyncio
import concurrent.futures
from pathlib import Path

from given import FILES


def count_lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(1 for _ in file)


async def task(path: Path) -> int:
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as pool:
        return await loop.run_in_executor(pool, count_lines, path)


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
