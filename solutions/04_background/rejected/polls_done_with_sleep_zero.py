# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# A loop of sleep(0) asks whether the task is done, thousands of times.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    while not report.done():
        await asyncio.sleep(0)
    print(report.result())


if __name__ == "__main__":
    asyncio.run(main())
