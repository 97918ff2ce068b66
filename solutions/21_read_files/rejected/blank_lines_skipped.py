# fails: test_task_counts_the_lines
# diagnosis: wrong-output
# Only lines with something in them are counted.
import asyncio

import aiofiles
from given import FILES


async def task(path):
    count = 0
    async with aiofiles.open(path, encoding="utf-8") as f:
        async for line in f:
            if line.strip():
                count += 1
    return count


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
