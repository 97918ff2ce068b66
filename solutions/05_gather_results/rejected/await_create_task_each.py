# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# Each task is awaited in the line that creates it.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    a = await asyncio.create_task(task("tea", 3))
    b = await asyncio.create_task(task("coffee", 1))
    c = await asyncio.create_task(task("water", 2))
    print(a, b, c, sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
