"""The place is given back on every way out, written with except BaseException and else in place of finally."""

import asyncio

import given


async def task(number, limit):
    await limit.acquire()
    try:
        answer = await given.download(number)
    except BaseException:  # also a cancellation
        limit.release()
        raise
    else:
        limit.release()
        return answer


async def main():
    limit = asyncio.Semaphore(3)
    print(await asyncio.gather(*[task(n, limit) for n in range(10)]))


if __name__ == "__main__":
    asyncio.run(main())
