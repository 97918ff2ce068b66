# fails: test_task_downloads_and_returns
# diagnosis: wrong-output
# A sleep of one second and a square stand in place of given.download.
import asyncio


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        await asyncio.sleep(1)
        return number * number


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
