# fails: test_main_runs_task
# diagnosis: wrong-output
# main runs the task as a trial first, and then once more.

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    await task("Task A", 1)
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
