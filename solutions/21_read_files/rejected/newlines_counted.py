# fails: test_task_counts_the_lines
# diagnosis: wrong-output
# Counting "\n" misses a last line that has none.
import asyncio

from given import FILES


def count(path):
    with open(path, encoding="utf-8") as f:
        return f.read().count("\n")


async def task(path):
    return await asyncio.to_thread(count, path)


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
