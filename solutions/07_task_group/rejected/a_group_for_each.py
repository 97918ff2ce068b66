# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# The loop opens a new group for each task, and leaving a group waits.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    results = []
    for name, delay in [("A", 2), ("B", 1), ("C", 3)]:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(task(name, delay))
        results.append(t.result())
    for r in results:
        print(r)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
