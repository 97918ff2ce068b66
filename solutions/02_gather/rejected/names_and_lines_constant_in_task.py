# fails: test_task_prints_and_waits
# diagnosis: hard-coded-output
# task prints constant texts that it chooses by the delay, so it is wrong for any other name.

import asyncio


async def task(name, delay):
    if delay == 2:
        print("Task A started")
    else:
        print("Task B started")
    await asyncio.sleep(delay)
    if delay == 2:
        print("Task A finished")
    else:
        print("Task B finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
