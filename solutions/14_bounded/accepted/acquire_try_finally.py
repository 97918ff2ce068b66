"""acquire, try, finally, release, as it is done without async with."""

import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    await limit.acquire()
    try:
        result = await download(number)
    finally:
        limit.release()
    return result


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(
        task(0, limit),
        task(1, limit),
        task(2, limit),
        task(3, limit),
        task(4, limit),
        task(5, limit),
        task(6, limit),
        task(7, limit),
        task(8, limit),
        task(9, limit),
    )
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
