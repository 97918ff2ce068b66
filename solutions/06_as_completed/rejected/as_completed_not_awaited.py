# fails: test_prints_each_when_it_is_ready
# diagnosis: never-awaited
# What as_completed gives is printed without await, so coroutine objects are printed.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    for nearest in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)]):
        print(nearest)


if __name__ == "__main__":
    asyncio.run(main())
