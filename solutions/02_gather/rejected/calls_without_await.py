# fails: test_main_calls_task
# diagnosis: never-awaited
# Calls task twice like ordinary functions; the two coroutines are made and thrown away, and nothing runs.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    task("Task A", 2)
    task("Task B", 1)


if __name__ == "__main__":
    asyncio.run(main())
