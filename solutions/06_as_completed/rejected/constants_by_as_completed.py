# fails: test_prints_each_when_it_is_ready
# diagnosis: hard-coded-output
# as_completed gives the right moments, but the lines are constants in an order that was worked out beforehand.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    lines = ["coffee after 1 s", "water after 2 s", "tea after 3 s"]
    for nearest in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)]):
        await nearest
        print(lines.pop(0))


if __name__ == "__main__":
    asyncio.run(main())
