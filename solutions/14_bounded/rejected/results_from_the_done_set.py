# fails: test_prints_the_results_in_order
# diagnosis: output-order
# asyncio.wait gives a set of tasks, which has no order.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]
    done, pending = await asyncio.wait(tasks)
    print([t.result() for t in done])


if __name__ == "__main__":
    asyncio.run(main())
