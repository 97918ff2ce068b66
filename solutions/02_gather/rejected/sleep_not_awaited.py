# fails: test_task_prints_and_waits
# diagnosis: never-awaited
# asyncio.sleep is called without await, so the task does not wait at all.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
