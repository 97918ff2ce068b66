# fails: test_prints_the_results_in_order
# diagnosis: sleep-instead-of-await
# main sleeps as long as ten downloads take in the example, and then takes the results.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]
    await asyncio.sleep(4.1)  # 10 downloads, 3 at a time
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
