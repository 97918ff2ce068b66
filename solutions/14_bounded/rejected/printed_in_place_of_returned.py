# fails: test_task_downloads_and_returns
# diagnosis: result-not-returned
# task prints its result in place of returning it; the list is full of None.
import asyncio
import given


async def task(number, limit):
    async with limit:
        print(await given.download(number))


async def main():
    limit = asyncio.Semaphore(3)
    print(await asyncio.gather(*[task(number, limit) for number in range(10)]))


if __name__ == "__main__":
    asyncio.run(main())
