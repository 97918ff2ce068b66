# fails: test_main_calls_task
# diagnosis: wrong-signature
# The limit comes first and the number second.
import asyncio

from given import download


async def task(limit: asyncio.Semaphore, number: int) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(limit, number) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
