# fails: test_prints_the_counts_in_order
# diagnosis: wrong-output
# The whole path is printed, not its name.
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
        print(f"{path}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
