# fails: test_main_reads_all_at_the_same_time
# diagnosis: sequential-awaits
# main awaits each file before it begins with the next: the times add up. Seen where files are slow.
import asyncio

from given import FILES


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    return await asyncio.to_thread(count_lines, path)


async def main():
    total = 0
    for path in FILES:
        count = await task(path)
        print(f"{path.name}: {count} lines")
        total += count
    print(f"total: {total} lines")


if __name__ == "__main__":
    asyncio.run(main())
