"""A class does the work; task only hands over to it."""

import asyncio

from given import download


class Downloader:
    def __init__(self, limit: asyncio.Semaphore):
        self._limit = limit

    async def get(self, number: int) -> int:
        async with self._limit:
            return await download(number)


async def task(number: int, limit: asyncio.Semaphore) -> int:
    return await Downloader(limit).get(number)


class App:
    PARALLEL = 3
    COUNT = 10

    def __init__(self):
        self.limit = asyncio.Semaphore(self.PARALLEL)

    async def run(self):
        return await asyncio.gather(*[task(i, self.limit) for i in range(self.COUNT)])


async def main() -> None:
    print(await App().run())


if __name__ == "__main__":
    asyncio.run(main())
