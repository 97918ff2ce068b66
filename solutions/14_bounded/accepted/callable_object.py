"""task is an object with an async __call__."""

import asyncio

from given import download


class Task:
    async def __call__(self, number: int, limit: asyncio.Semaphore) -> int:
        async with limit:
            return await download(number)


task = Task()


async def main() -> None:
    limit = asyncio.Semaphore(3)
    print(await asyncio.gather(*(task(number, limit) for number in range(10))))


if __name__ == "__main__":
    asyncio.run(main())
