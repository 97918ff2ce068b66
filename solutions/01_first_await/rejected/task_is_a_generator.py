# fails: test_task_prints_and_waits
# diagnosis: not-a-coroutine
# yield in task makes it an asynchronous generator, which cannot be awaited.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    yield asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
