# fails: test_main_runs_task
# diagnosis: result-not-ready
# The new task is asked for its result right away: InvalidStateError.

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    job = asyncio.create_task(task("Task A", 1))
    job.result()


if __name__ == "__main__":
    asyncio.run(main())
