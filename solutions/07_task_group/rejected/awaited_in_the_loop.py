# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# The loop in the block creates a task and awaits it before it creates the next.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    results = []
    async with asyncio.TaskGroup() as tg:
        for name, delay in [("A", 2), ("B", 1), ("C", 3)]:
            t = tg.create_task(task(name, delay))
            results.append(await t)
    for r in results:
        print(r)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
