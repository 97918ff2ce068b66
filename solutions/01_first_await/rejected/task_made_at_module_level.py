# fails: test_main_runs_task
# diagnosis: no-running-loop
# create_task is called while the file is loaded, where no loop runs yet: RuntimeError.

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


job = asyncio.create_task(task("Task A", 1))


async def main():
    await job


if __name__ == "__main__":
    asyncio.run(main())
