# fails: test_task_prints_and_waits
# diagnosis: hard-coded-output
# task prints "Task A" whatever its name is.

import asyncio


async def task(name, delay):
    print("Task A started")
    await asyncio.sleep(delay)
    print("Task A finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
