# fails: test_main_calls_task
# diagnosis: wrong-output
# Calls the tasks with 0.2 and 0.1 to save time while testing: the lines are right, the times are not.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 0.2), task("Task B", 0.1))


if __name__ == "__main__":
    asyncio.run(main())
