# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# The work of main blocks the event loop with time.sleep, so the task cannot begin before it.

import asyncio
import time


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    time.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
