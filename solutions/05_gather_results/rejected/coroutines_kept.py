# fails: test_runs_all_at_the_same_time
# diagnosis: coroutine-not-started
# The coroutines are kept in variables as if they ran from then on; each one starts at its await.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    tea = task("tea", 3)
    coffee = task("coffee", 1)
    water = task("water", 2)
    results = [await tea, await coffee, await water]
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
