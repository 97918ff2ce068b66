# fails: test_prints_the_results_in_order
# diagnosis: wrong-output
# To try out the cancellation main cancels number 9, whose result is missing then.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]
    await asyncio.wait(tasks[:3], return_when=asyncio.FIRST_COMPLETED)
    tasks[9].cancel()  # the place must be given back
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([r for r in results if not isinstance(r, asyncio.CancelledError)])


if __name__ == "__main__":
    asyncio.run(main())
