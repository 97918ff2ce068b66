# fails: test_task_waits_and_returns
# diagnosis: result-not-returned
# task prints its text in place of returning it, so the lines come in finishing order and main has nothing to print.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    print(f"{item} after {delay} s")


async def main():
    await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))


if __name__ == "__main__":
    asyncio.run(main())
