# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# time.sleep blocks the event loop, so the waits add up to six seconds.

import asyncio
import time


async def task(name, delay, ok):
    time.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main():
    results = await asyncio.gather(
        task("A", 1, True), task("B", 2, False), task("C", 3, True), return_exceptions=True
    )
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
