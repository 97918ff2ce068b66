# fails: test_main_calls_task
# diagnosis: gather-misuse
# The list is given to gather without the star; TypeError, nothing is downloaded.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    jobs = []
    for number in range(10):
        jobs.append(task(number, limit))
    print(await asyncio.gather(jobs))


if __name__ == "__main__":
    asyncio.run(main())
