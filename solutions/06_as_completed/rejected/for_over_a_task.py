# fails: test_main_calls_task
# diagnosis: async-iteration-misuse
# async for over a list of tasks, which is no asynchronous iterator: TypeError.

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
    async for result in tasks:
        print(result)


if __name__ == "__main__":
    asyncio.run(main())
