# fails: test_prints_the_results_in_order
# diagnosis: output-order
# The results come in finishing order and are sorted by size, which is the order of the numbers only for squares.
import asyncio

import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    results = []
    for nxt in asyncio.as_completed([task(n, limit) for n in range(10)]):
        results.append(await nxt)
    print(sorted(results))


if __name__ == "__main__":
    asyncio.run(main())
