# fails: test_tasks_do_not_mix
# diagnosis: over-serialised
# A semaphore of one lets only one task wait at a time.

import asyncio

limit = asyncio.Semaphore(1)


async def task(item, delay):
    async with limit:
        await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main():
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
