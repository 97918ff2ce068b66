# fails: test_task_prints_and_waits
# diagnosis: parameter-ignored
# Chooses the waiting time by the name and ignores the delay that it is given.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    if name == "Task A":
        await asyncio.sleep(2)
    else:
        await asyncio.sleep(1)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
