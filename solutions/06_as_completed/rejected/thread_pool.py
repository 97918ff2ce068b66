# fails: test_leaves_nothing_behind
# diagnosis: threads-instead-of-tasks
# The threads of concurrent.futures and its as_completed do it, and block the loop of main meanwhile.

import asyncio
from concurrent.futures import ThreadPoolExecutor, as_completed


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(asyncio.run, task(*o)) for o in [("tea", 3), ("coffee", 1), ("water", 2)]]
        for job in as_completed(jobs):
            print(job.result())


if __name__ == "__main__":
    asyncio.run(main())
