# fails: test_main_calls_task
# diagnosis: wrong-signature
# task has only the number; the limit is a global.
import asyncio

from given import download

limit = asyncio.Semaphore(3)


async def task(number: int) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    results = await asyncio.gather(*(task(number) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
