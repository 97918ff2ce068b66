# fails: test_never_blocks
# diagnosis: busy-polling
# The clock is looked at again and again with sleep(0) between, thousands of turns in place of one wait.

import asyncio
import time


async def task(name, delay):
    print(f"{name} started")
    end = time.monotonic() + delay
    while time.monotonic() < end:
        await asyncio.sleep(0)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
