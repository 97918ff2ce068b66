# fails: test_main_calls_task
# diagnosis: result-not-ready
# show is called where the callback is registered, when no task has a result: InvalidStateError.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


def show(t):
    print(t.result())


async def main():
    tasks = [
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    ]
    for t in tasks:
        t.add_done_callback(show(t))
    await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
