# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# A loop over the orders awaits each one before it goes on.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    for item, delay in [("tea", 3), ("coffee", 1), ("water", 2)]:
        print(await task(item, delay))


if __name__ == "__main__":
    asyncio.run(main())
