# fails: test_runs_both_at_the_same_time
# diagnosis: sequential-awaits
# Awaits each task in the line that creates it, so B is created only after A has ended.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    # create_task makes them concurrent
    await asyncio.create_task(task("Task A", 2))
    await asyncio.create_task(task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
