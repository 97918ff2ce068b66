# fails: test_results_in_the_order_asked
# diagnosis: wrong-output
# The list is printed as it is, in place of a line for each result.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
