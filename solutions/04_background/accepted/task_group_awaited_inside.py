"""A TaskGroup again, but the task is awaited inside the block."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(task("report", 3))
        print("working 1")
        await asyncio.sleep(1)
        print("working 2")
        print(await t)


if __name__ == "__main__":
    asyncio.run(main())
