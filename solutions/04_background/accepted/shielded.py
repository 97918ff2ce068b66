"""The task is awaited through shield, which changes nothing as long as nobody cancels main."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    job = asyncio.create_task(task("report", 3), name="report")
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await asyncio.shield(job))


if __name__ == "__main__":
    asyncio.run(main())
