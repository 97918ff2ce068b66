# fails: test_prints_each_when_it_is_ready
# diagnosis: handled-late
# The helpers append their results as they come, and main prints the list at the end.

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
