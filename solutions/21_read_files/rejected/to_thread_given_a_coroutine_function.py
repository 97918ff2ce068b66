# fails: test_task_counts_the_lines
# diagnosis: executor-misuse
# The thread only makes a coroutine object and hands it back; nobody awaits it.
import asyncio

from given import FILES


async def count_lines(path):
    with open(path, encoding="utf-8") as f:
        return len(f.readlines())


async def task(path):
    return await asyncio.to_thread(count_lines, path)


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
