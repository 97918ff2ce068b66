# fails: test_task_prints_and_waits
# diagnosis: blocking-call
# await before time.sleep, which blocks first and then gives None: TypeError.

import asyncio
import time


async def task(name, delay):
    print(f"{name} started")
    await time.sleep(delay)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
