# fails: test_main_calls_task
# diagnosis: never-awaited
# task is called like a plain function and never awaited; its result is missing.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    task("report", 3)
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")


if __name__ == "__main__":
    asyncio.run(main())
