# fails: test_runs_both_at_the_same_time
# diagnosis: coroutine-not-started
# Believes that both coroutines run from the call on; each one starts only where it is awaited.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    # start both
    a = task("Task A", 2)
    b = task("Task B", 1)
    # now wait for both
    await a
    await b


if __name__ == "__main__":
    asyncio.run(main())
