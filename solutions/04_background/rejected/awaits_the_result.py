# fails: test_main_calls_task
# diagnosis: await-non-awaitable
# await stands before result(), which gives the text itself: TypeError after a first await without use.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    await report
    print(await report.result())


if __name__ == "__main__":
    asyncio.run(main())
