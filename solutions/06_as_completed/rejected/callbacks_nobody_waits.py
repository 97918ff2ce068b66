# fails: test_leaves_nothing_behind
# diagnosis: lost-task
# The callbacks would print, but main returns at once and the tasks are cut off.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


def show(t):
    if not t.cancelled():
        print(t.result())


async def main():
    tasks = [
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    ]
    for t in tasks:
        t.add_done_callback(show)


if __name__ == "__main__":
    asyncio.run(main())
