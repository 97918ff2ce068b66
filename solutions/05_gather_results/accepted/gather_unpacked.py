"""The three results are unpacked into three variables."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    tea, coffee, water = await asyncio.gather(
        task("tea", 3),
        task("coffee", 1),
        task("water", 2),
    )
    print(tea)
    print(coffee)
    print(water)


if __name__ == "__main__":
    asyncio.run(main())
