# fails: test_main_runs_task
# diagnosis: coroutine-reuse
# The same coroutine object is awaited a second time: RuntimeError after the right lines.

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    job = task("Task A", 1)
    await job
    await job


if __name__ == "__main__":
    asyncio.run(main())
