# fails: test_runs_both_at_the_same_time
# diagnosis: output-order
# Expects A to start at create_task, but a created task starts only when main suspends, so B, awaited directly, is first.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    first = asyncio.create_task(task("Task A", 2))   # starts right away
    await task("Task B", 1)
    await first


if __name__ == "__main__":
    asyncio.run(main())
