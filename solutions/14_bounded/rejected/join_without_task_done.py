# fails: test_main_calls_task
# diagnosis: missing-task-done
# main waits in join for task_done, which no worker ever calls.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def worker(queue, limit, results):
    while True:
        number = await queue.get()
        results[number] = await task(number, limit)


async def main():
    queue = asyncio.Queue()
    limit = asyncio.Semaphore(3)
    results = {}
    workers = [asyncio.create_task(worker(queue, limit, results)) for _ in range(3)]
    for number in range(10):
        queue.put_nowait(number)
    await queue.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print([results[n] for n in range(10)])


if __name__ == "__main__":
    asyncio.run(main())
