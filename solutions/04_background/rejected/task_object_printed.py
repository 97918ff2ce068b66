# fails: test_leaves_nothing_behind
# diagnosis: lost-task
# The Task object is printed in place of its result, and nobody waits for it.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(report)


if __name__ == "__main__":
    asyncio.run(main())
