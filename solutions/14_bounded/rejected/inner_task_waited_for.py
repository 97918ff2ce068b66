# fails: test_gives_the_place_back
# diagnosis: task-not-cancelled
# asyncio.wait does not cancel what it waits for: a cancelled task gives its place back while its download runs on.
import asyncio
import given


async def task(number, limit):
    async with limit:
        job = asyncio.create_task(given.download(number))
        await asyncio.wait([job])
        return job.result()


async def main():
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]
    print(await asyncio.gather(*tasks))


if __name__ == "__main__":
    asyncio.run(main())
