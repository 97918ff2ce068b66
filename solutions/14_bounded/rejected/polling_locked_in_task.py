# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# task asks every 10 ms whether a place is free, in place of waiting for it.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    while limit.locked():
        await asyncio.sleep(0.01)
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
