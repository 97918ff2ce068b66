# fails: test_task_waits_and_returns
# diagnosis: wrong-output
# The delay is written with a decimal: "3.0" in place of "3".

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return f"{item} after {delay:.1f} s"


async def main():
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
