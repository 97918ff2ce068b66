# fails: test_runs_both_at_the_same_time
# diagnosis: sequential-awaits
# Gives each task a gather of its own and awaits them one by one; a gather with one member overlaps with nothing.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2))
    await asyncio.gather(task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
