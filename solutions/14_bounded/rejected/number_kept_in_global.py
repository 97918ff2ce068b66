# fails: test_prints_the_results_in_order
# diagnosis: shared-state-race
# The number is kept in a global that other jobs overwrite during the await; results land in wrong places.
import asyncio
import given

current = 0
results = [None] * 10


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def job(number, limit):
    global current
    current = number
    result = await task(current, limit)
    results[current] = result


async def main():
    limit = asyncio.Semaphore(3)
    await asyncio.gather(*[job(n, limit) for n in range(10)])
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
