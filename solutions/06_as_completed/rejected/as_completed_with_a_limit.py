# fails: test_prints_each_when_it_is_ready
# diagnosis: timeout-misuse
# as_completed has a time limit of 3.2 seconds, which nothing asks for: a slower task is lost.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    tasks = [
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    ]
    for nearest in asyncio.as_completed(tasks, timeout=3.2):
        print(await nearest)


if __name__ == "__main__":
    asyncio.run(main())
