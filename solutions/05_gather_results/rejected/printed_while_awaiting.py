# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# Each result is awaited and printed before the next task is started.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    for item, delay in {"tea": 3, "coffee": 1, "water": 2}.items():
        print(await task(item, delay))


if __name__ == "__main__":
    asyncio.run(main())
