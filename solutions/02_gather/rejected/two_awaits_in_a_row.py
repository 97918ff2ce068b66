# fails: test_runs_both_at_the_same_time
# diagnosis: sequential-awaits
# Awaits task A to its end and only then calls task B, so the waits add up to three seconds.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await task("Task A", 2)
    await task("Task B", 1)


if __name__ == "__main__":
    asyncio.run(main())
