# fails: test_results_in_the_order_asked
# diagnosis: output-order
# The callbacks append the results as the tasks end.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    results = []
    tasks = []
    for item, delay in [("tea", 3), ("coffee", 1), ("water", 2)]:
        t = asyncio.create_task(task(item, delay))
        t.add_done_callback(lambda ended: results.append(ended.result()))
        tasks.append(t)
    await asyncio.wait(tasks)
    print(*results, sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
