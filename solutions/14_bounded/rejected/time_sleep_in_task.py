# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# time.sleep before each download stops the whole loop, not only this task.
import asyncio
import time

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        time.sleep(0.1)  # not too fast
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
