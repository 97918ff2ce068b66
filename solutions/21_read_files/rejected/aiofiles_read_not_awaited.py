# fails: test_task_counts_the_lines
# diagnosis: never-awaited
# The read of aiofiles is a coroutine; without await there is no text to split.
import asyncio

import aiofiles
from given import FILES


async def task(path):
    async with aiofiles.open(path, encoding="utf-8") as f:
        text = f.read()
    return len(text.splitlines())


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
