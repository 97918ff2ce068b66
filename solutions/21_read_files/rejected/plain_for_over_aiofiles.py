# fails: test_task_counts_the_lines
# diagnosis: async-iteration-misuse
# A plain for over the file of aiofiles; TypeError.
import asyncio

import aiofiles
from given import FILES


async def task(path):
    n = 0
    async with aiofiles.open(path, encoding="utf-8") as f:
        for line in f:
            n += 1
    return n


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
