# fails: test_gives_the_place_back
# diagnosis: cleanup-missing
# `except Exception` gives the place back after a failure, but a cancellation is no Exception and passes it by.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    await limit.acquire()
    try:
        result = await download(number)
    except Exception:
        limit.release()
        raise
    limit.release()
    return result


async def main() -> None:
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(task(number, limit)) for number in range(10)]
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
