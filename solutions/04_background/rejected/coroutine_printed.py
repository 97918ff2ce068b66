# fails: test_main_calls_task
# diagnosis: never-awaited
# The coroutine object is printed in place of the result.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = task("report", 3)
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(report)


if __name__ == "__main__":
    asyncio.run(main())
