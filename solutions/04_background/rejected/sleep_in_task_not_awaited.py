# fails: test_task_waits_and_returns
# diagnosis: never-awaited
# asyncio.sleep in task is not awaited, so the report is ready at once.

import asyncio


async def task(name, delay):
    asyncio.sleep(delay)
    return f"{name} ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
