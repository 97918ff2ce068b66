# fails: test_results_in_the_order_asked
# diagnosis: sleep-instead-of-await
# The tasks are started, and three seconds are slept in place of awaiting them; longer tasks are not done then.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    tasks = [asyncio.create_task(task(*order)) for order in [("tea", 3), ("coffee", 1), ("water", 2)]]
    await asyncio.sleep(3.05)
    for t in tasks:
        print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
