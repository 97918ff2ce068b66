# fails: test_task_holds_the_limit
# diagnosis: parameter-ignored
# Three workers keep main within three, so the learner lets task ignore its limit.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    # there are only three workers, no need for the limit here
    return await download(number)


async def worker(numbers, limit, results):
    while numbers:
        number = numbers.pop(0)
        results[number] = await task(number, limit)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    numbers = list(range(10))
    results = [None] * 10
    await asyncio.gather(*(worker(numbers, limit, results) for _ in range(3)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
