# fails: test_prints_the_results_in_order
# diagnosis: hard-coded-output
# main computes the squares itself and throws the results of the tasks away.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        for number in range(10):
            tg.create_task(task(number, limit))
    print([number ** 2 for number in range(10)])


if __name__ == "__main__":
    asyncio.run(main())
