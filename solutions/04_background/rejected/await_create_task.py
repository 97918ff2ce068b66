# fails: test_works_while_the_task_runs
# diagnosis: sequential-awaits
# create_task and await stand in one line: it is started, and waited for at once.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = await asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(report)


if __name__ == "__main__":
    asyncio.run(main())
