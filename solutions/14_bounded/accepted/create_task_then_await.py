"""All tasks are created first, then awaited one after the other in the order of their numbers."""

import asyncio
import given


async def task(number, limit):
    async with limit:
        square = await given.download(number)
        return square


async def main():
    limit = asyncio.Semaphore(3)
    tasks = []
    for number in range(10):
        tasks.append(asyncio.create_task(task(number, limit)))
    results = []
    for t in tasks:
        results.append(await t)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
