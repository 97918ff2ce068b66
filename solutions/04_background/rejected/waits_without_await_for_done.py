# fails: test_works_while_the_task_runs
# diagnosis: no-yield-loop
# The loop that asks whether the task is done never awaits, so the task cannot run and the loop never ends.

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
        pass
    print(report.result())


if __name__ == "__main__":
    asyncio.run(main())
