# fails: test_never_blocks
# diagnosis: busy-polling
# Waits by looking at the clock again and again with sleep(0) between; thousands of turns in place of one timer.

import asyncio
import time


async def task(name, delay):
    print(f"{name} started")
    start = time.monotonic()
    while time.monotonic() - start < delay:
        await asyncio.sleep(0)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
