# fails: test_task_prints_and_waits
# diagnosis: wrong-output
# The wait stands before both lines, so "started" comes a second late.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    print(f"{name} started")
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
