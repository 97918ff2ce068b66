"""acquire by hand, and a release that is registered with ExitStack.callback."""

import asyncio
import contextlib

import given


async def task(number, limit):
    with contextlib.ExitStack() as stack:
        await limit.acquire()
        stack.callback(limit.release)
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    jobs = map(lambda n: task(n, limit), range(10))
    print(await asyncio.gather(*jobs))


if __name__ == "__main__":
    asyncio.run(main())
