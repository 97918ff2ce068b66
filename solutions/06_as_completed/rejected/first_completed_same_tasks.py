# fails: test_leaves_nothing_behind
# diagnosis: wait-misuse
# The loop waits for the first of all tasks, not of the pending ones: coffee is the first for ever, and the loop spins.

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
    printed = set()
    while len(printed) < 3:
        done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for t in done:
            if t not in printed:
                printed.add(t)
                print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
