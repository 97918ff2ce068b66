# fails: test_task_closes_the_file
# diagnosis: resource-not-closed
# `f.close` names the method and does not call it.
import asyncio

from given import FILES


def count(path):
    f = open(path, encoding="utf-8")
    lines = f.readlines()
    f.close
    return len(lines)


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
