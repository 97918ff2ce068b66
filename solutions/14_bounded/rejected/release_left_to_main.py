# fails: test_next_begins_when_one_ends
# diagnosis: lock-deadlock
# task takes the place and main is to give it back, but only after all have ended, for which the places are needed.
import asyncio
import given


async def task(number, limit):
    await limit.acquire()
    return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]
    results = await asyncio.gather(*tasks)
    for _ in tasks:
        limit.release()
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
