# fails: test_prints_each_when_it_is_ready
# diagnosis: handled-late
# The comprehension awaits everything that as_completed gives before the first line is printed.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    results = [await f for f in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)])]
    print("\n".join(results))


if __name__ == "__main__":
    asyncio.run(main())
