# fails: test_main_runs_task
# diagnosis: missing-function
# The coroutine that starts everything is called run; there is no main in the file.

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def run():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(run())
