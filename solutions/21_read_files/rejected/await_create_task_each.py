# fails: test_main_reads_all_at_the_same_time
# diagnosis: sequential-awaits
# Each task is awaited in the line that creates it. Seen where files are slow.
import asyncio
import aiofiles
from given import FILES


async def task(path):
    async with aiofiles.open(path, encoding="utf-8") as f:
        return len(await f.readlines())


async def main():
    total = 0
    for path in FILES:
        count = await asyncio.create_task(task(path))
        print(f"{path.name}: {count} lines")
        total = total + count
    print(f"total: {total} lines")


if __name__ == "__main__":
    asyncio.run(main())
