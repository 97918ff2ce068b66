# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# A threading.Semaphore: the fourth acquire blocks the thread of the loop, so that no download can ever end.
import asyncio
import threading

from given import download


async def task(number: int, limit) -> int:
    limit.acquire()
    try:
        return await download(number)
    finally:
        limit.release()


async def main() -> None:
    limit = threading.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
