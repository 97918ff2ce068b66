# fails: test_main_runs_task
# diagnosis: await-non-awaitable
# The brackets are missing: main awaits the function task itself, not a call of it.

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    await task


if __name__ == "__main__":
    asyncio.run(main())
