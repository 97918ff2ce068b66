# fails: test_prints_each_when_it_is_ready
# diagnosis: output-order
# What as_completed gives is taken for the tasks in their order, and printed with the names by position.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    items = ["tea", "coffee", "water"]
    completed = asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)])
    for item, nearest in zip(items, completed):
        text = await nearest
        print(text.replace(text.split(" after")[0], item))


if __name__ == "__main__":
    asyncio.run(main())
