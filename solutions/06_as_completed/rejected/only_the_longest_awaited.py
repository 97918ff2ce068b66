# fails: test_leaves_nothing_behind
# diagnosis: lost-task
# The helpers print, but main awaits only tea, as it takes longest; with other delays the others are cut off.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def show(item, delay):
    print(await task(item, delay))


async def main():
    tea = asyncio.create_task(show("tea", 3))
    coffee = asyncio.create_task(show("coffee", 1))
    water = asyncio.create_task(show("water", 2))
    await tea


if __name__ == "__main__":
    asyncio.run(main())
