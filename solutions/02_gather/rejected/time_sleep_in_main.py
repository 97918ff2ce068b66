# fails: test_never_blocks
# diagnosis: blocking-call
# Creates both tasks and then sleeps two seconds with time.sleep, during which neither of them can run.

import asyncio
import time


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    a = asyncio.create_task(task("Task A", 2))
    b = asyncio.create_task(task("Task B", 1))
    time.sleep(2)   # give them time to run
    await a
    await b


if __name__ == "__main__":
    asyncio.run(main())
