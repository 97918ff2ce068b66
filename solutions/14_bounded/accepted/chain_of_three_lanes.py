"""Three lanes; each lane calls itself again with the next number when its task has ended."""

import asyncio
from given import download


async def task(number, limit):
    async with limit:
        return await download(number)


async def lane(numbers, limit, results):
    if not numbers:
        return
    number = numbers.pop()
    results[number] = await task(number, limit)
    await lane(numbers, limit, results)


async def main():
    limit = asyncio.Semaphore(3)
    numbers = list(reversed(range(10)))
    results = {}
    await asyncio.gather(
        lane(numbers, limit, results),
        lane(numbers, limit, results),
        lane(numbers, limit, results),
    )
    print([results[n] for n in sorted(results)])


if __name__ == "__main__":
    asyncio.run(main())
