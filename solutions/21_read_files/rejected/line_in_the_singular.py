# fails: test_prints_the_counts_in_order
# diagnosis: wrong-output
# Good English, but not asked for: "1 line" in place of "1 lines". Seen with a file of one line.
import asyncio

from given import FILES


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    return await asyncio.to_thread(count_lines, path)


def lines(count):
    return f"{count} line" if count == 1 else f"{count} lines"


async def main():
    counts = await asyncio.gather(*[task(path) for path in FILES])
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {lines(count)}")
    print(f"total: {lines(sum(counts))}")


if __name__ == "__main__":
    asyncio.run(main())
