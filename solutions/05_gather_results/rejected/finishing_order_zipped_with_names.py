# fails: test_results_in_the_order_asked
# diagnosis: output-order
# What as_completed gives is paired with the items by position, and shown under their names by a dict.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    items = ["tea", "coffee", "water"]
    results = {}
    completed = asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)])
    for item, nearest in zip(items, completed):
        results[item] = await nearest
    for item in items:
        print(results[item])


if __name__ == "__main__":
    asyncio.run(main())
