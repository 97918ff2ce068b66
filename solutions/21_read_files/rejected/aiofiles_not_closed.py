# fails: test_task_closes_the_file
# diagnosis: resource-not-closed
# The file of aiofiles is opened with await and never closed.
import asyncio

import aiofiles
from given import FILES


async def task(path):
    f = await aiofiles.open(path, encoding="utf-8")
    lines = await f.readlines()
    return len(lines)


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
