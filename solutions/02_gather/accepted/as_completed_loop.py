"""as_completed over tasks that have already been created in order."""

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    tasks = [
        asyncio.create_task(task("Task A", 2)),
        asyncio.create_task(task("Task B", 1)),
    ]
    for next_one in asyncio.as_completed(tasks):
        await next_one


if __name__ == "__main__":
    asyncio.run(main())
