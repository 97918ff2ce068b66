# fails: test_never_more_than_three
# diagnosis: unbounded-concurrency
# `async with` gives the place back by itself; the release in the block gives back a second one.
import asyncio

import given


async def task(number, limit):
    async with limit:
        result = await given.download(number)
        limit.release()
    return result


async def main():
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(task(number, limit)) for number in range(10)]
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
