# fails: test_never_more_than_three
# diagnosis: unbounded-concurrency
# get_limit looks like one shared limit, but it makes a new semaphore at every call.
import asyncio

import given

PARALLEL = 3


def get_limit():
    """The limit for the downloads."""
    return asyncio.Semaphore(PARALLEL)


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    jobs = []
    for number in range(10):
        jobs.append(task(number, get_limit()))
    print(await asyncio.gather(*jobs))


if __name__ == "__main__":
    asyncio.run(main())
