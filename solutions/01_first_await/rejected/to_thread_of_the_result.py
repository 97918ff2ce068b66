# fails: test_task_prints_and_waits
# diagnosis: executor-misuse
# time.sleep(delay) is called before anything is handed over; the thread gets None.

import asyncio
import time


async def task(name, delay):
    print(f"{name} started")
    await asyncio.to_thread(time.sleep(delay))
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
