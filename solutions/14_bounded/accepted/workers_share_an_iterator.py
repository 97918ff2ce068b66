"""Three workers take the next number from one shared iterator."""

import asyncio

import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    results = [None for _ in range(10)]
    numbers = iter(range(10))

    async def worker():
        for number in numbers:
            results[number] = await task(number, limit)

    await asyncio.gather(worker(), worker(), worker())
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
