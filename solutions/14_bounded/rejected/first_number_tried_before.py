# fails: test_main_calls_task
# diagnosis: wrong-output
# Number 0 is downloaded once alone as a trial, and again with the others.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    assert await task(0, limit) is not None  # does it work at all?
    results = await asyncio.gather(*[task(n, limit) for n in range(10)])
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
