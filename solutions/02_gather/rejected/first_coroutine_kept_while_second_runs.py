# fails: test_runs_both_at_the_same_time
# diagnosis: coroutine-not-started
# Keeps A as a bare coroutine while B is awaited; A begins when B has ended.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    background = task("Task A", 2)      # runs in the background
    await task("Task B", 1)
    await background


if __name__ == "__main__":
    asyncio.run(main())
