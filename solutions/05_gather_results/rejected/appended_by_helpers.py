# fails: test_results_in_the_order_asked
# diagnosis: output-order
# Each helper appends its result when it has it, so the list is in finishing order.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


results = []


async def order(item, delay):
    results.append(await task(item, delay))


async def main():
    await asyncio.gather(order("tea", 3), order("coffee", 1), order("water", 2))
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
