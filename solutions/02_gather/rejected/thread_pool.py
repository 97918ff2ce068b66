# fails: test_never_blocks
# diagnosis: threads-instead-of-tasks
# Runs each task by asyncio.run in a thread pool; leaving the pool's block waits for the threads and blocks the event loop.

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    with ThreadPoolExecutor(max_workers=2) as pool:
        pool.submit(asyncio.run, task("Task A", 2))
        pool.submit(asyncio.run, task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
