# fails: test_results_in_the_order_asked
# diagnosis: output-order
# The finishing order is put right by fixed positions, which fit only these three delays.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    results = []
    for nearest in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)]):
        results.append(await nearest)
    print(results[2])
    print(results[0])
    print(results[1])


if __name__ == "__main__":
    asyncio.run(main())
