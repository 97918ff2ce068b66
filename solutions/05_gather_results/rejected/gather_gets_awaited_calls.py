# fails: test_main_calls_task
# diagnosis: await-non-awaitable
# await stands before each argument of gather: they run one by one, and gather gets texts, a TypeError.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    results = await asyncio.gather(await task("tea", 3), await task("coffee", 1), await task("water", 2))
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
