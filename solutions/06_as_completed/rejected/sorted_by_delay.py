# fails: test_prints_each_when_it_is_ready
# diagnosis: output-order
# The calls are sorted by delay before they start and then awaited in this order; a task need not take what it says.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    orders = sorted([("tea", 3), ("coffee", 1), ("water", 2)], key=lambda order: order[1])
    tasks = [asyncio.create_task(task(*order)) for order in orders]
    for t in tasks:
        print(await t)


if __name__ == "__main__":
    asyncio.run(main())
