"""queue.join with task_done in a finally; the idle workers are cancelled and awaited afterwards."""

import asyncio

import given


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await given.download(number)


async def worker(queue, limit, results):
    while True:
        number = await queue.get()
        try:
            results[number] = await task(number, limit)
        finally:
            queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    for number in range(10):
        queue.put_nowait(number)
    limit = asyncio.Semaphore(3)
    results = {}
    jobs = [asyncio.create_task(worker(queue, limit, results)) for _ in range(3)]
    jobs.append(asyncio.create_task(queue.join()))
    # the first to end is join, unless a worker fails
    done, _ = await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
    for job in jobs:
        job.cancel()
    await asyncio.gather(*jobs, return_exceptions=True)
    for job in done:
        job.result()
    print([results[number] for number in range(10)])


if __name__ == "__main__":
    asyncio.run(main())
