# fails: test_task_waits_and_returns
# diagnosis: not-a-coroutine
# task is a plain def that blocks and gives a text, which create_task refuses with a TypeError.

import asyncio
import time


def task(name, delay):
    time.sleep(delay)
    return f"{name} ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
