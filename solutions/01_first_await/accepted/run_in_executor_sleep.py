"""The old way to a thread: run_in_executor of the running loop."""

import asyncio
import time


async def task(name, delay):
    print(f"{name} started")
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, time.sleep, delay)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
