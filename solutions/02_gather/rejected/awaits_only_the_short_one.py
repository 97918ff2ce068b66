# fails: test_waits_for_both
# diagnosis: lost-task
# Awaits only the second task; when B has ended main returns and A is cut off.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    task_a = asyncio.create_task(task("Task A", 2))
    task_b = asyncio.create_task(task("Task B", 1))
    await task_b


if __name__ == "__main__":
    asyncio.run(main())
