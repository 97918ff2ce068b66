# fails: test_main_calls_task
# diagnosis: never-awaited
# task is called like a plain function; main prints ten coroutine objects.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = []
    for number in range(10):
        results.append(task(number, limit))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
