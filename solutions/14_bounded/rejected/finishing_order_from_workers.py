# fails: test_prints_the_results_in_order
# diagnosis: output-order
# Each worker returns its own results, and the three lists are put one behind the other.
import asyncio
from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def worker(queue, limit):
    mine = []
    while not queue.empty():
        number = queue.get_nowait()
        mine.append(await task(number, limit))
    return mine


async def main() -> None:
    queue = asyncio.Queue()
    for number in range(10):
        queue.put_nowait(number)
    limit = asyncio.Semaphore(3)
    results = []
    for part in await asyncio.gather(*(worker(queue, limit) for _ in range(3))):
        results.extend(part)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
