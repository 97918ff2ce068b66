# fails: test_main_calls_task
# diagnosis: never-awaited
# main calls two helper coroutines without await, so their bodies with the calls of task never run, and prints a time.

import asyncio
import time


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def first():
    await task("Task A", 2)


async def second():
    await task("Task B", 1)


async def main():
    begin = time.perf_counter()
    first()
    second()
    print(f"Total time: {time.perf_counter() - begin:.1f} s")


if __name__ == "__main__":
    asyncio.run(main())
