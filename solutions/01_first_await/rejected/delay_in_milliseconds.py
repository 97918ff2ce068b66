# fails: test_task_prints_and_waits
# diagnosis: wrong-output
# The delay is taken for milliseconds, so the wait is a thousand times too short.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay / 1000)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
