# fails: test_main_calls_task
# diagnosis: async-iteration-misuse
# `async for` over a range; TypeError.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    tasks = []
    async for number in range(10):
        tasks.append(asyncio.create_task(task(number, limit)))
    print(await asyncio.gather(*tasks))


if __name__ == "__main__":
    asyncio.run(main())
