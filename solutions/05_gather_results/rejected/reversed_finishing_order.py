# fails: test_results_in_the_order_asked
# diagnosis: output-order
# The results are collected as they end and turned round: tea is first by luck, water and coffee are not.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    results = []
    for nearest in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)]):
        results.insert(0, await nearest)
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
