# fails: test_task_holds_the_limit
# diagnosis: no-yield-loop
# The loop asks for a free place without any await; the fourth task spins for ever and no download can end.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    while limit.locked():
        pass
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
