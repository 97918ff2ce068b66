# fails: test_task_downloads_and_returns
# diagnosis: cpu-bound
# After each download a long loop checks the result and stops the event loop meanwhile.
import asyncio

from given import download


def check(result):
    # prove that it is the same when it is counted up one by one
    total = 0
    for _ in range(800_000_000):
        total += 1
    return total > 0


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        result = await download(number)
    assert check(result)
    return result


async def main() -> None:
    limit = asyncio.Semaphore(3)
    print(await asyncio.gather(*[task(number, limit) for number in range(10)]))


if __name__ == "__main__":
    asyncio.run(main())
