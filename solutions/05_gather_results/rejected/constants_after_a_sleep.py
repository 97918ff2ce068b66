# fails: test_main_calls_task
# diagnosis: hard-coded-output
# main sleeps three seconds and prints constants; task is never called.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    await asyncio.sleep(3)
    print("tea after 3 s")
    print("coffee after 1 s")
    print("water after 2 s")


if __name__ == "__main__":
    asyncio.run(main())
