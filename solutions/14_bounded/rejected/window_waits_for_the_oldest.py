# fails: test_next_begins_when_one_ends
# diagnosis: sequential-awaits
# With three running, main waits for the one that was started first; if another ends before it, its place stays empty.
import asyncio

import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    running = []
    results = []
    for number in range(10):
        if len(running) == 3:
            oldest = running.pop(0)
            results.append(await oldest)
        running.append(asyncio.create_task(task(number, limit)))
    for t in running:
        results.append(await t)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
