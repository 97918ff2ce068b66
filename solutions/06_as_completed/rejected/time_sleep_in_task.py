# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# time.sleep blocks the event loop, so the waits add up.

import asyncio
import time


async def task(item, delay):
    time.sleep(delay)
    return f"{item} after {delay} s"


async def main():
    for nearest in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)]):
        print(await nearest)


if __name__ == "__main__":
    asyncio.run(main())
