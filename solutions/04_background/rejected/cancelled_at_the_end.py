# fails: test_works_while_the_task_runs
# diagnosis: unhandled-error
# The task is cancelled when the work of main is done; the CancelledError ends main.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    report.cancel()
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
