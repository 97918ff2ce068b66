# fails: test_prints_the_results_in_order
# diagnosis: lost-task
# main awaits the last task only, because in the example it ends last; with other times the others are not done.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    results = [None] * 10

    async def store(number):
        results[number] = await task(number, limit)

    tasks = [asyncio.create_task(store(number)) for number in range(10)]
    await tasks[-1]  # this one begins last, so it ends last
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
