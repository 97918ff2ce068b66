# fails: test_leaves_nothing_behind
# diagnosis: task-not-cancelled
# The list is right, but the three workers still wait for more when main returns.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def worker(queue, limit, results):
    while True:
        number = await queue.get()
        results[number] = await task(number, limit)
        queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    limit = asyncio.Semaphore(3)
    results = {}
    workers = [asyncio.create_task(worker(queue, limit, results)) for _ in range(3)]
    for number in range(10):
        await queue.put(number)
    await queue.join()
    print([results[number] for number in range(10)])


if __name__ == "__main__":
    asyncio.run(main())
