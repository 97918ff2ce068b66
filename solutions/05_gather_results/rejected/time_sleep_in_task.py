# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# time.sleep blocks the event loop, so the waits add up to six seconds.

import asyncio
import time


async def task(item, delay):
    time.sleep(delay)
    return f"{item} after {delay} s"


async def main():
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
