"""The helper takes any coroutine, and a TaskGroup runs it three times."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def announce(coroutine):
    result = await coroutine
    print(result)


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(announce(task("tea", 3)))
        tg.create_task(announce(task("coffee", 1)))
        tg.create_task(announce(task("water", 2)))


if __name__ == "__main__":
    asyncio.run(main())
