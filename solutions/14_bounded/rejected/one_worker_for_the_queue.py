# fails: test_prints_the_list
# diagnosis: over-serialised
# There is one worker for the whole queue, so one download runs at a time.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def worker(queue, limit):
    results = []
    while not queue.empty():
        number = await queue.get()
        results.append(await task(number, limit))
    return results


async def main():
    queue = asyncio.Queue()
    for number in range(10):
        await queue.put(number)
    limit = asyncio.Semaphore(3)
    print(await asyncio.create_task(worker(queue, limit)))


if __name__ == "__main__":
    asyncio.run(main())
