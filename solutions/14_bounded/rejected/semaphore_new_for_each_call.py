# fails: test_never_more_than_three
# diagnosis: unbounded-concurrency
# main makes a new semaphore in the comprehension for every task; they share nothing.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(task(number, asyncio.Semaphore(3))) for number in range(10)]
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
