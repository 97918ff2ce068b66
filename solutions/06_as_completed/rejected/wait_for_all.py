# fails: test_prints_each_when_it_is_ready
# diagnosis: handled-late
# asyncio.wait waits for all by default; the results come at 3 s, in the order of the list.

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
    done, pending = await asyncio.wait(tasks)
    for t in tasks:
        if t in done:
            print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
