# fails: test_prints_the_results_in_order
# diagnosis: output-order
# The callback of each task appends the result as the task ends.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = []
    async with asyncio.TaskGroup() as tg:
        for number in range(10):
            t = tg.create_task(task(number, limit))
            t.add_done_callback(lambda t: results.append(t.result()))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
