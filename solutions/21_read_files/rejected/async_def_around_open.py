# fails: test_task_holds_nobody_up
# diagnosis: blocking-call
# The learner makes the helper async and awaits it; the open inside blocks the loop all the same.
import asyncio
from given import FILES


async def count_lines(path):
    with open(path, encoding="utf-8") as f:
        lines = f.readlines()
    return len(lines)


async def task(path):
    await asyncio.sleep(0)
    return await count_lines(path)


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
