# fails: test_next_begins_when_one_ends
# diagnosis: needless-barrier
# A TaskGroup for each three numbers; the end of the block waits for all of them.
import asyncio

import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    results = []
    for first in (0, 3, 6, 9):
        tasks = []
        async with asyncio.TaskGroup() as tg:
            for number in range(first, min(first + 3, 10)):
                tasks.append(tg.create_task(task(number, limit)))
        results.extend(t.result() for t in tasks)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
