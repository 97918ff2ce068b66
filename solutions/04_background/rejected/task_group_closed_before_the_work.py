# fails: test_works_while_the_task_runs
# diagnosis: sequential-awaits
# The block of the TaskGroup ends before the work, and its end waits for the task.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    async with asyncio.TaskGroup() as tg:
        report = tg.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(report.result())


if __name__ == "__main__":
    asyncio.run(main())
