# fails: test_prints_the_results_in_order
# diagnosis: early-task-done
# A worker marks its number done before it has downloaded it; join returns while three downloads run, and these are missing.
import asyncio
from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def worker(queue, limit, results):
    while True:
        number = await queue.get()
        queue.task_done()
        results[number] = await task(number, limit)


async def main() -> None:
    queue = asyncio.Queue()
    limit = asyncio.Semaphore(3)
    results = {}
    for number in range(10):
        queue.put_nowait(number)
    workers = [asyncio.create_task(worker(queue, limit, results)) for _ in range(3)]
    await queue.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print([results[number] for number in sorted(results)])


if __name__ == "__main__":
    asyncio.run(main())
