# fails: test_task_closes_the_file
# diagnosis: resource-not-closed
# The close stands behind the return and is never reached.
import asyncio
from given import FILES

files = []


def count(path):
    f = open(path, encoding="utf-8")
    files.append(f)
    return sum(1 for line in f)
    f.close()


async def task(path):
    return await asyncio.to_thread(count, path)


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
