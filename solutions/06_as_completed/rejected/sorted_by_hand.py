# fails: test_prints_each_when_it_is_ready
# diagnosis: output-order
# The tasks are awaited in the order coffee, water, tea; right only as long as they end in this order.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    coffee = asyncio.create_task(task("coffee", 1))
    water = asyncio.create_task(task("water", 2))
    tea = asyncio.create_task(task("tea", 3))
    print(await coffee)
    print(await water)
    print(await tea)


if __name__ == "__main__":
    asyncio.run(main())
