# fails: test_runs_all_at_the_same_time
# diagnosis: over-serialised
# The helpers hold a lock while they await, so that their lines do not mix; only one can wait at a time.

import asyncio

lock = None


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def show(item, delay):
    async with lock:
        print(await task(item, delay))


async def main():
    global lock
    lock = asyncio.Lock()
    await asyncio.gather(show("tea", 3), show("coffee", 1), show("water", 2))


if __name__ == "__main__":
    asyncio.run(main())
