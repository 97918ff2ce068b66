# fails: test_main_calls_task
# diagnosis: await-outside-async
# task is written with def; `async with` in it is a SyntaxError.
import asyncio

from given import download


def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
