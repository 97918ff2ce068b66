# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# Each task gets an as_completed of its own, with nothing beside it that could be ready first.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    for order in [("tea", 3), ("coffee", 1), ("water", 2)]:
        for nearest in asyncio.as_completed([task(*order)]):
            print(await nearest)


if __name__ == "__main__":
    asyncio.run(main())
