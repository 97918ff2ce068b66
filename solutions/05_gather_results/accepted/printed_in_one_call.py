"""All lines are written by one print, with newlines between them."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    print(*await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2)), sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
