# fails: test_task_holds_the_limit
# diagnosis: unbounded-concurrency
# acquire and release come one after the other, and only then the download.
import asyncio
import given


async def task(number, limit):
    await limit.acquire()
    print_number = number
    limit.release()
    result = await given.download(print_number)
    return result


async def main():
    limit = asyncio.Semaphore(3)
    tasks = []
    for number in range(10):
        tasks.append(asyncio.create_task(task(number, limit)))
    await asyncio.wait(tasks)
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
