# fails: test_task_prints_and_waits
# diagnosis: await-non-awaitable
# Puts await before print, which returns None: TypeError after the first line.

import asyncio


async def task(name, delay):
    await print(f"{name} started")
    await asyncio.sleep(delay)
    await print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
