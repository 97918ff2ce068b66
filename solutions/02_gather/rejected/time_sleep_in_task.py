# fails: test_never_blocks
# diagnosis: blocking-call
# Waits with time.sleep, which stops the whole event loop: B can start only when A has finished.

import asyncio
import time


async def task(name, delay):
    print(f"{name} started")
    time.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
