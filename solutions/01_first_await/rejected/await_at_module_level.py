# fails: test_main_runs_task
# diagnosis: await-outside-async
# As in a notebook: an await at the end of the file, outside every function.

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    await task("Task A", 1)


await main()
