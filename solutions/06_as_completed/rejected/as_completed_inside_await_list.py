# fails: test_main_calls_task
# diagnosis: sequential-awaits
# await stands before each call in the list: they run one by one, and as_completed gets texts, a TypeError.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    for nearest in asyncio.as_completed([await task("tea", 3), await task("coffee", 1), await task("water", 2)]):
        print(await nearest)


if __name__ == "__main__":
    asyncio.run(main())
