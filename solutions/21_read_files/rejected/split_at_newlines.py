# fails: test_task_counts_the_lines
# diagnosis: wrong-output
# split("\n") gives an empty piece behind the last newline, and one piece for an empty file.
import asyncio

from given import FILES


def count(path):
    return len(path.read_text(encoding="utf-8").split("\n"))


async def task(path):
    return await asyncio.to_thread(count, path)


async def main():
    tasks = []
    for path in FILES:
        tasks.append(asyncio.create_task(task(path)))
    total = 0
    for path, t in zip(FILES, tasks):
        count = await t
        total += count
        print(f"{path.name}: {count} lines")
    print(f"total: {total} lines")


if __name__ == "__main__":
    asyncio.run(main())
