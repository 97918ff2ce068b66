# fails: test_main_calls_task
# diagnosis: nested-event-loop
# asyncio.run is to give the result at the end, while a loop is running already: RuntimeError.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = task("report", 3)
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(asyncio.run(report))


if __name__ == "__main__":
    asyncio.run(main())
