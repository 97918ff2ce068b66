# fails: test_prints_each_when_it_is_ready
# diagnosis: handled-late
# as_completed is used, but its results are collected in a list and printed when all are there.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    results = []
    for nearest in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)]):
        results.append(await nearest)
    for result in results:
        print(result)


if __name__ == "__main__":
    asyncio.run(main())
