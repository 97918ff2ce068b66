# fails: test_task_holds_the_limit
# diagnosis: exits-the-process
# A task that finds no free place ends the whole program with sys.exit.
import asyncio
import sys

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    if limit.locked():
        sys.exit("too many downloads at once")
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
