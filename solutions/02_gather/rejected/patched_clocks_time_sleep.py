# fails: test_never_blocks
# diagnosis: blocking-call
# Waits with time.sleep on the event loop's thread, and replaces the clocks so that the time taken looks like zero.

import asyncio
import time

time.perf_counter = lambda: 0
time.monotonic = lambda: 0


async def task(name, delay):
    print(f"{name} started")
    time.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
