# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# main waits four seconds with time.sleep for its tasks, which cannot run meanwhile.
import asyncio
import time

import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    tasks = []
    for i in range(10):
        tasks.append(asyncio.create_task(task(i, limit)))
    time.sleep(4)
    results = []
    for t in tasks:
        results.append(await t)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
