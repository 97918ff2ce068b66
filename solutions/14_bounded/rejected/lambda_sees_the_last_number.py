# fails: test_main_calls_task
# diagnosis: wrong-output
# The lambdas look up number when they are called, after the loop: ten times 9.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    calls = []
    for number in range(10):
        calls.append(lambda: task(number, limit))
    print(await asyncio.gather(*(call() for call in calls)))


if __name__ == "__main__":
    asyncio.run(main())
