# fails: test_task_waits_and_returns
# diagnosis: parameter-ignored
# task always waits three seconds, whatever its delay is.

import asyncio


async def task(name, delay):
    await asyncio.sleep(3)
    return f"{name} ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
