# fails: test_results_in_the_order_asked
# diagnosis: result-not-ready
# Only tea is awaited, as it takes longest here; with other delays the results of the others are not there.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    a = asyncio.create_task(task("tea", 3))
    b = asyncio.create_task(task("coffee", 1))
    c = asyncio.create_task(task("water", 2))
    await a
    print(a.result())
    print(b.result())
    print(c.result())


if __name__ == "__main__":
    asyncio.run(main())
