# fails: test_prints_each_when_it_is_ready
# diagnosis: handled-late
# After gather the results are sorted by their delay, so that the order looks right; all come at 3 s.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    orders = [("tea", 3), ("coffee", 1), ("water", 2)]
    results = await asyncio.gather(*[task(i, d) for i, d in orders])
    pairs = sorted(zip([d for i, d in orders], results))
    for d, result in pairs:
        print(result)


if __name__ == "__main__":
    asyncio.run(main())
