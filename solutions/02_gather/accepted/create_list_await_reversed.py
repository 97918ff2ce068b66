"""Tasks in a list, awaited in a loop from the last to the first."""

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    running = []
    for name, delay in [("Task A", 2), ("Task B", 1)]:
        running.append(asyncio.create_task(task(name, delay)))
    for one in reversed(running):
        await one


if __name__ == "__main__":
    asyncio.run(main())
