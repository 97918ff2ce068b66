# fails: test_prints_the_list
# diagnosis: sequential-awaits
# Each task is awaited in the line that creates it; the next is created when it has ended.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    # create_task starts them at the same time
    results = [await asyncio.create_task(task(number, limit)) for number in range(10)]
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
