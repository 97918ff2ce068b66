# fails: test_task_counts_the_lines
# diagnosis: executor-misuse
# count_lines(path) is called before it is handed over, on the loop's thread; to_thread gets a number.
import asyncio

from given import FILES


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    return await asyncio.to_thread(count_lines(path))


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
