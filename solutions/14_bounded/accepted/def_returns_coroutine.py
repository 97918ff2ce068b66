"""task is a plain def that returns the coroutine of a helper."""

import asyncio

import given


async def _hold_and_download(limit, number):
    async with limit:
        return await given.download(number)


def task(number, limit):
    return _hold_and_download(limit, number)


async def main():
    limit = asyncio.Semaphore(3)
    print(list(await asyncio.gather(*[task(n, limit) for n in range(0, 10)])))


if __name__ == "__main__":
    asyncio.run(main())
