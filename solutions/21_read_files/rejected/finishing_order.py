# fails: test_main_reads_all_at_the_same_time
# diagnosis: output-order
# as_completed gives the counts as they are ready, and they are paired with FILES by position. Seen where files are slow.
import asyncio

from given import FILES


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    return await asyncio.to_thread(count_lines, path)


async def main():
    total = 0
    i = 0
    for f in asyncio.as_completed([task(path) for path in FILES]):
        count = await f
        print(f"{FILES[i].name}: {count} lines")
        total += count
        i += 1
    print(f"total: {total} lines")


if __name__ == "__main__":
    asyncio.run(main())
