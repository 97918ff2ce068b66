# fails: test_main_calls_task
# diagnosis: result-not-ready
# The tasks are asked for their results at once: InvalidStateError.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    tasks = [asyncio.create_task(task(*order)) for order in [("tea", 3), ("coffee", 1), ("water", 2)]]
    for t in tasks:
        print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
