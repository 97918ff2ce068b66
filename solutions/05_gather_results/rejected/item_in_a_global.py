# fails: test_tasks_do_not_mix
# diagnosis: shared-state-race
# task keeps its item in a global across the wait, so all three results name the last one.

import asyncio

current = None


async def task(item, delay):
    global current
    current = item
    await asyncio.sleep(delay)
    return f"{current} after {delay} s"


async def main():
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
