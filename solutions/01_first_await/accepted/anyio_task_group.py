"""The task is started by a task group of anyio."""

import asyncio

import anyio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    async with anyio.create_task_group() as tg:
        tg.start_soon(task, "Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
