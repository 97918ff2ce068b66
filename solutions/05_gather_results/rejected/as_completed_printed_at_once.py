# fails: test_results_in_the_order_asked
# diagnosis: output-order
# Each result is printed as soon as it is ready, in the order in which they end.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    for nearest in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)]):
        print(await nearest)


if __name__ == "__main__":
    asyncio.run(main())
