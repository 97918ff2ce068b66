# fails: test_main_calls_task
# diagnosis: queue-deadlock
# The workers loop for ever on get; when the queue is empty nothing comes any more and gather never ends.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def worker(queue, limit, results):
    while True:
        number = await queue.get()
        results[number] = await task(number, limit)


async def main() -> None:
    queue = asyncio.Queue()
    for number in range(10):
        queue.put_nowait(number)
    limit = asyncio.Semaphore(3)
    results = {}
    await asyncio.gather(*(worker(queue, limit, results) for _ in range(3)))
    print([results[number] for number in range(10)])


if __name__ == "__main__":
    asyncio.run(main())
