# fails: test_results_in_the_order_asked
# diagnosis: output-order
# The calls are sorted by their delay before they are started, and the results with them.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    orders = [("tea", 3), ("coffee", 1), ("water", 2)]
    orders.sort(key=lambda order: order[1])
    results = await asyncio.gather(*[task(item, delay) for item, delay in orders])
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
