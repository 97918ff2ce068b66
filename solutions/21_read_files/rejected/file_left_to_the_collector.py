# fails: test_task_closes_the_file
# diagnosis: resource-not-closed
# The file is opened in the thread and never closed.
import asyncio

from given import FILES


def count(path):
    return len(open(path, encoding="utf-8").readlines())


async def task(path):
    return await asyncio.to_thread(count, path)


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
