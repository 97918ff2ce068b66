# fails: test_never_blocks
# diagnosis: blocking-call
# Waits in a loop that looks at the clock and never gives the event loop back.

import asyncio
import time


async def task(name, delay):
    print(f"{name} started")
    end = time.monotonic() + delay
    while time.monotonic() < end:
        pass
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
