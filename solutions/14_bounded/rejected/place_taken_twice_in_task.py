# fails: test_task_downloads_and_returns
# diagnosis: lock-deadlock
# The helper takes the limit that task holds already: three tasks have one place each and wait for a second one.
import asyncio
import given


async def limited_download(number, limit):
    async with limit:
        return await given.download(number)


async def task(number, limit):
    async with limit:
        result = await limited_download(number, limit)
    return result


async def main():
    limit = asyncio.Semaphore(3)
    print(await asyncio.gather(*[task(number, limit) for number in range(10)]))


if __name__ == "__main__":
    asyncio.run(main())
