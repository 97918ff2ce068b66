# fails: test_task_counts_the_lines
# diagnosis: sync-context-manager
# `with aiofiles.open(...)` in place of `async with`; TypeError.
import asyncio

import aiofiles
from given import FILES


async def task(path):
    with aiofiles.open(path, encoding="utf-8") as f:
        return len(await f.readlines())


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
