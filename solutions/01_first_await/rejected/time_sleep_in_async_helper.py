# fails: test_tasks_overlap
# diagnosis: blocking-call
# The helper is awaited, but what it does inside is time.sleep.

import asyncio
from time import sleep


async def wait(seconds):
    sleep(seconds)


async def task(name, delay):
    print(f"{name} started")
    await wait(delay)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
