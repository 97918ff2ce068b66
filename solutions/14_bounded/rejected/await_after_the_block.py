# fails: test_task_holds_the_limit
# diagnosis: unbounded-concurrency
# In the block the coroutine is only made; it starts at the await, when the place has been given back.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        result = download(number)  # start it here
    return await result


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*[task(number, limit) for number in range(10)])
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
