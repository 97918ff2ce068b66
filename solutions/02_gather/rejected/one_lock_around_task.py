# fails: test_tasks_overlap
# diagnosis: over-serialised
# A lock shared by all tasks is held while waiting, so only one task at a time can wait.

import asyncio

lock = asyncio.Lock()


async def task(name, delay):
    # so that the prints do not get mixed up
    async with lock:
        print(f"{name} started")
        await asyncio.sleep(delay)
        print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
