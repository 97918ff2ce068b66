# fails: test_prints_each_when_it_is_ready
# diagnosis: coroutine-as-callback
# The done-callback is an async def, which is called like a plain function: it never runs.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def show(ended):
    print(ended.result())


async def main():
    tasks = [
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    ]
    for t in tasks:
        t.add_done_callback(show)
    await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
