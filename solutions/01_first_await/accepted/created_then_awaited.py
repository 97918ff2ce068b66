"""main starts the coroutine as a task of its own and awaits that."""

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    job = asyncio.create_task(task("Task A", 1))
    await job


if __name__ == "__main__":
    asyncio.run(main())
