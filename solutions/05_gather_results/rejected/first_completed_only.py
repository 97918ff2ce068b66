# fails: test_results_in_the_order_asked
# diagnosis: wait-misuse
# asyncio.wait returns at the first result; what is pending is left alone.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    tasks = [asyncio.create_task(task(*order)) for order in [("tea", 3), ("coffee", 1), ("water", 2)]]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in done:
        print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
