# fails: test_leaves_nothing_behind
# diagnosis: sleep-instead-of-await
# The callbacks print, and main sleeps as long as the example takes in place of awaiting the tasks.

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
        t.add_done_callback(lambda ended: print(ended.result()))
    await asyncio.sleep(3.05)


if __name__ == "__main__":
    asyncio.run(main())
