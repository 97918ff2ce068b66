# fails: test_runs_both_at_the_same_time
# diagnosis: sequential-awaits
# Loops over the jobs and awaits each one in the loop; the second starts when the first has ended.

"""Two tasks"""
import asyncio

TASKS = [("Task A", 2), ("Task B", 1)]


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    # run all of the tasks
    for name, delay in TASKS:
        await task(name, delay)


if __name__ == "__main__":
    asyncio.run(main())
