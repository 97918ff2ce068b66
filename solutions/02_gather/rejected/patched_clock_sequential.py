# fails: test_runs_both_at_the_same_time
# diagnosis: sequential-awaits
# Awaits the tasks one after the other and replaces the clock so that the time taken looks like zero.

import asyncio
import time

time.perf_counter = lambda: 0


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await task("Task A", 2)
    await task("Task B", 1)


if __name__ == "__main__":
    asyncio.run(main())
