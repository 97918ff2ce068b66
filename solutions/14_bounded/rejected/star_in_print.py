# fails: test_prints_the_results_in_order
# diagnosis: wrong-output
# The star unpacks the list: the numbers are printed without brackets and commas.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]
    print(*[await t for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
