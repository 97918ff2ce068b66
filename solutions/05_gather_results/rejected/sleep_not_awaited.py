# fails: test_task_waits_and_returns
# diagnosis: never-awaited
# asyncio.sleep is not awaited: the right lines, but at once.

import asyncio


async def task(item, delay):
    asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main():
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
