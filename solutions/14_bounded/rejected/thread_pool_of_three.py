# fails: test_leaves_nothing_behind
# diagnosis: threads-instead-of-tasks
# A ThreadPoolExecutor of three runs the tasks, each in an event loop and with a semaphore of its own.
import asyncio
from concurrent.futures import ThreadPoolExecutor

import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


def in_thread(number):
    return asyncio.run(task(number, asyncio.Semaphore(3)))


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=3) as pool:
        jobs = [loop.run_in_executor(pool, in_thread, n) for n in range(10)]
        results = await asyncio.gather(*jobs)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
