"""map over the numbers and a repeated limit; everything in one line."""

import asyncio as aio
import itertools as it

import given as g


async def task(number, limit):
    async with limit:
        return await g.download(number)


async def main():
    print(await aio.gather(*map(task, range(10), it.repeat(aio.Semaphore(3)))))


if __name__ == "__main__":
    aio.run(main())
