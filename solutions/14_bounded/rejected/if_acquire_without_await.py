# fails: test_never_more_than_three
# diagnosis: never-awaited
# `if limit.acquire():` tests a coroutine object, which is always true; no place is taken.
import asyncio
import given


async def task(number, limit):
    if limit.acquire():
        try:
            square = await given.download(number)
        finally:
            limit.release()
        return square


async def main():
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(i, limit)) for i in range(10)]
    results = []
    for t in tasks:
        results.append(await t)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
