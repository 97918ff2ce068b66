# fails: test_results_in_the_order_asked
# diagnosis: wrong-output
# A dict has the text as its key, so two equal results become one line.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    lines = {text: True for text in results}
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
