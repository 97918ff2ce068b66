# fails: test_task_waits_and_returns
# diagnosis: wrong-output
# The delay is written as a whole number; right for 3, 1 and 2, wrong for 0.5.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return f"{item} after {int(delay)} s"


async def main():
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
