# fails: test_main_reads_all_at_the_same_time
# diagnosis: sequential-awaits
# The comprehension awaits one file after the other. Seen where files are slow.
import asyncio
from given import FILES


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    return await asyncio.to_thread(count_lines, path)


async def main():
    counts = [await task(path) for path in FILES]
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
