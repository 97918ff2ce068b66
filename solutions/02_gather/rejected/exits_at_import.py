# fails: test_main_calls_task
# diagnosis: exits-the-process
# Ends the whole process with status 0 when the file is loaded, so nothing after it is ever run.

import asyncio
import os

os._exit(0)


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
