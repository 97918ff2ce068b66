"""The calls are prepared at module level with partial; main only runs them."""

import asyncio
from functools import partial


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


CALLS = [partial(task, "tea", 3), partial(task, "coffee", 1), partial(task, "water", 2)]


async def main():
    results = await asyncio.gather(*(call() for call in CALLS))
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
