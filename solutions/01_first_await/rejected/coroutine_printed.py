# fails: test_main_runs_task
# diagnosis: never-awaited
# main prints what the call of task gives, which is a coroutine object.

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    print(task("Task A", 1))


if __name__ == "__main__":
    asyncio.run(main())
