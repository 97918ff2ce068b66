# fails: test_prints_each_when_it_is_ready
# diagnosis: wrong-output
# Each result is printed when it is ready, but its newline only before the next one: the lines count a step late.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    first = True
    for nearest in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)]):
        text = await nearest
        if not first:
            print()
        print(text, end="")
        first = False
    print()


if __name__ == "__main__":
    asyncio.run(main())
