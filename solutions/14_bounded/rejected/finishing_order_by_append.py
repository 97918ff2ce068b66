# fails: test_prints_the_results_in_order
# diagnosis: output-order
# Each job appends its result when it has it: a quick download comes before a slow one.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def job(number, limit, results):
    result = await task(number, limit)
    results.append(result)


async def main():
    limit = asyncio.Semaphore(3)
    results = []
    await asyncio.gather(*[job(n, limit, results) for n in range(10)])
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
