# fails: test_prints_each_when_it_is_ready
# diagnosis: wrong-output
# The callback prints the task that it gets, not the task's result.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    tasks = [
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    ]
    for t in tasks:
        t.add_done_callback(print)
    await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
