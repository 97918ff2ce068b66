# fails: test_task_prints_and_waits
# diagnosis: await-non-awaitable
# await is put before print too, which gives None: TypeError after the first line.

import asyncio


async def task(name, delay):
    await print(f"{name} started")
    await asyncio.sleep(delay)
    await print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
