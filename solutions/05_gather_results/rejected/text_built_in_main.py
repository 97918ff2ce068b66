# fails: test_results_in_the_order_asked
# diagnosis: hard-coded-output
# main awaits the tasks but builds the lines itself from the arguments; right only while the results are what it thinks.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    orders = [("tea", 3), ("coffee", 1), ("water", 2)]
    await asyncio.gather(*[task(i, d) for i, d in orders])
    for i, d in orders:
        print(f"{i} after {d} s")


if __name__ == "__main__":
    asyncio.run(main())
