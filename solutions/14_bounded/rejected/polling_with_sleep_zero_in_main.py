# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# main spins with sleep(0) until a place is free, before it starts the next task.
import asyncio

import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    tasks = []
    for number in range(10):
        while limit.locked():
            await asyncio.sleep(0)
        tasks.append(asyncio.create_task(task(number, limit)))
        await asyncio.sleep(0)  # let it take its place
    print(await asyncio.gather(*tasks))


if __name__ == "__main__":
    asyncio.run(main())
