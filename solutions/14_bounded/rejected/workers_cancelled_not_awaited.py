# fails: test_leaves_nothing_behind
# diagnosis: cancelled-not-awaited
# The workers are cancelled, but main returns before they have ended.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    queue = asyncio.Queue()
    limit = asyncio.Semaphore(3)
    results = [None] * 10

    async def worker():
        while True:
            number = await queue.get()
            results[number] = await task(number, limit)
            queue.task_done()

    workers = [asyncio.create_task(worker()) for _ in range(3)]
    for number in range(10):
        queue.put_nowait(number)
    await queue.join()
    print(results)
    for w in workers:
        w.cancel()


if __name__ == "__main__":
    asyncio.run(main())
