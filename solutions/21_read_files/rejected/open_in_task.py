# fails: test_task_holds_nobody_up
# diagnosis: blocking-call
# open and readlines stand in the coroutine itself: every other task waits until the disk has answered.
import asyncio
from given import FILES

async def task(path):
    with open(path, encoding="utf-8") as f:
        return len(f.readlines())

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
