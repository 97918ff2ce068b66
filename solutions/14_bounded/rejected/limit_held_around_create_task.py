# fails: test_never_more_than_three
# diagnosis: unbounded-concurrency
# main holds the limit only while it starts a task, which takes no time; nothing holds it during the download.
import asyncio
import given


async def task(number, limit):
    return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    tasks = []
    for number in range(10):
        async with limit:
            tasks.append(asyncio.create_task(task(number, limit)))
    results = await asyncio.gather(*tasks)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
