# fails: test_task_prints_and_waits
# diagnosis: never-awaited
# The pause stands in a helper of its own, and the helper is not awaited.

import asyncio


async def pause(seconds):
    await asyncio.sleep(seconds)


async def task(name, delay):
    print(f"{name} started")
    pause(delay)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
