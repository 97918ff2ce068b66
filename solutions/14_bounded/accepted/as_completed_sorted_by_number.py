"""Pairs in the order in which they end, sorted afterwards by the number alone."""

import asyncio
from operator import itemgetter

import given


async def task(number, limit):
    await limit.acquire()
    try:
        return await given.download(number)
    finally:
        limit.release()


async def pair(number, limit):
    return (number, await task(number, limit))


async def main():
    limit = asyncio.Semaphore(3)
    pairs = []
    for f in asyncio.as_completed([pair(n, limit) for n in range(10)]):
        pairs.append(await f)
    pairs.sort(key=itemgetter(0))  # only by number: results may be anything
    print([result for _, result in pairs])


if __name__ == "__main__":
    asyncio.run(main())
