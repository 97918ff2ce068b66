# fails: test_main_calls_task
# diagnosis: wait-misuse
# Passes coroutines to asyncio.wait, which since Python 3.11 accepts only tasks and raises TypeError.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.wait([task("Task A", 2), task("Task B", 1)])


if __name__ == "__main__":
    asyncio.run(main())
