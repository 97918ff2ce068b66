# fails: test_task_counts_the_lines
# diagnosis: result-not-returned
# task prints its line in place of returning the count, so that nothing can be summed up.
import asyncio

from given import FILES


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    count = await asyncio.to_thread(count_lines, path)
    print(f"{path.name}: {count} lines")


async def main():
    counts = await asyncio.gather(*[task(path) for path in FILES])
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
