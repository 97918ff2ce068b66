# fails: test_prints_each_when_it_is_ready
# diagnosis: sleep-instead-of-await
# main sleeps one second before each result, as long as the steps of the example; with other delays a result is not there.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    tea = asyncio.create_task(task("tea", 3))
    coffee = asyncio.create_task(task("coffee", 1))
    water = asyncio.create_task(task("water", 2))
    await asyncio.sleep(1.03)
    print(coffee.result())
    await asyncio.sleep(1)
    print(water.result())
    await asyncio.sleep(1)
    print(tea.result())


if __name__ == "__main__":
    asyncio.run(main())
