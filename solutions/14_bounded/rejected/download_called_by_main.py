# fails: test_main_calls_task
# diagnosis: wrong-output
# main calls download itself and goes round task, which is written but never used.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)

    async def one(number):
        async with limit:
            return await download(number)

    print(await asyncio.gather(*(one(number) for number in range(10))))


if __name__ == "__main__":
    asyncio.run(main())
