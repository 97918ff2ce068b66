# fails: test_task_waits_and_returns
# diagnosis: result-not-returned
# task returns what print returns, which is None; main prints None three times as well.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return print(f"{item} after {delay} s")


async def main():
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
