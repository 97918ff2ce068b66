# fails: test_task_counts_the_lines
# diagnosis: wrong-output
# One is added always, for a last line without newline, also where there is no such line.
import asyncio
from given import FILES


def count(path):
    f = open(path, encoding="utf-8")
    text = f.read()
    f.close()
    return text.count("\n") + 1


async def task(path):
    return await asyncio.to_thread(count, path)


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
