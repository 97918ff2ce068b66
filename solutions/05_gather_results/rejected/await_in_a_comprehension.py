# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# The comprehension awaits each call before it makes the next.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    results = [await task(item, delay) for item, delay in (("tea", 3), ("coffee", 1), ("water", 2))]
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
