# fails: test_results_in_the_order_asked
# diagnosis: gather-misuse
# gather is not awaited, and the future that it gives is printed.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    results = asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
