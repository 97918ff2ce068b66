# fails: test_task_downloads_and_returns
# diagnosis: await-non-awaitable
# release is a plain function; `await` on its None is a TypeError, after the first download.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    await limit.acquire()
    try:
        result = await download(number)
    finally:
        await limit.release()
    return result


async def main() -> None:
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(task(number, limit)) for number in range(10)]
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
