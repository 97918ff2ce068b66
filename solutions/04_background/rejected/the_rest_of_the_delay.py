# fails: test_main_calls_task
# diagnosis: wrong-output
# The report is asked for with 2 seconds at the start, as if the working second were not part of the three.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 2))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
