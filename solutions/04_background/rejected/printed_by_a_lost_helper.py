# fails: test_leaves_nothing_behind
# diagnosis: lost-task
# A helper in the background prints the result, and nobody waits for the helper.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def show():
    print(await task("report", 3))


async def main():
    helper = asyncio.create_task(show())
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")


if __name__ == "__main__":
    asyncio.run(main())
