# fails: test_main_calls_task
# diagnosis: wrong-output
# range(0, 9) ends with 8; number 9 is missing.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    jobs = []
    for i in range(0, 9):
        jobs.append(asyncio.create_task(task(i, limit)))
    results = []
    for job in jobs:
        results.append(await job)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
