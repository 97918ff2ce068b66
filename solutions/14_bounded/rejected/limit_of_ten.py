# fails: test_never_more_than_three
# diagnosis: unbounded-concurrency
# The semaphore gets the number of downloads in place of the number of places; all ten run at once.
import asyncio
import given

DOWNLOADS = 10


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(DOWNLOADS)
    async with asyncio.TaskGroup() as tg:
        jobs = [tg.create_task(task(n, limit)) for n in range(DOWNLOADS)]
    print([job.result() for job in jobs])


if __name__ == "__main__":
    asyncio.run(main())
