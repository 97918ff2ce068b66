# fails: test_task_waits_and_returns
# diagnosis: never-awaited
# asyncio.sleep is not awaited, so everything is ready at once.

import asyncio


async def task(item, delay):
    asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main():
    for nearest in asyncio.as_completed([task("coffee", 1), task("water", 2), task("tea", 3)]):
        print(await nearest)


if __name__ == "__main__":
    asyncio.run(main())
