# fails: test_main_runs_task
# diagnosis: never-awaited
# The coroutine is put into a variable and left there, in the belief that it runs from the call on.

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    job = task("Task A", 1)
    return job


if __name__ == "__main__":
    asyncio.run(main())
