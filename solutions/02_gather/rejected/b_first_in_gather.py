# fails: test_runs_both_at_the_same_time
# diagnosis: output-order
# Gives gather B before A because B finishes first; gather starts its coroutines in the order given.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task B", 1), task("Task A", 2))


if __name__ == "__main__":
    asyncio.run(main())
