# fails: test_leaves_nothing_behind
# diagnosis: lost-task
# The Task objects are printed in place of their results, and nobody waits for them.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    tasks = [asyncio.create_task(task(*order)) for order in [("tea", 3), ("coffee", 1), ("water", 2)]]
    for t in tasks:
        print(t)


if __name__ == "__main__":
    asyncio.run(main())
