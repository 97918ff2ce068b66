# fails: test_main_calls_task
# diagnosis: syntax-error
# A bracket is missing, so the file cannot be loaded.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1)


if __name__ == "__main__":
    asyncio.run(main())
