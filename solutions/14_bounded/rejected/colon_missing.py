# fails: test_main_calls_task
# diagnosis: syntax-error
# The colon after `async with limit` is missing.
import asyncio
import given


async def task(number, limit):
    async with limit
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    print(await asyncio.gather(*[task(n, limit) for n in range(10)]))


if __name__ == "__main__":
    asyncio.run(main())
