# fails: test_never_blocks
# diagnosis: busy-polling
# Naps of ten milliseconds, and a look at the clock after each.

import asyncio
import time


async def task(name, delay):
    print(f"{name} started")
    end = time.monotonic() + delay
    while time.monotonic() < end:
        await asyncio.sleep(0.01)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
