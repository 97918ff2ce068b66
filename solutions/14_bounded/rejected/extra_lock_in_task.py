# fails: test_prints_the_list
# diagnosis: over-serialised
# Besides the limit each download holds a lock, to be safe; the lock lets only one run.
import asyncio

from given import download

lock = asyncio.Lock()


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        async with lock:  # protect the result
            result = await download(number)
    return result


async def main() -> None:
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(task(number, limit)) for number in range(10)]
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
