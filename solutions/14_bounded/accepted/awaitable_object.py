"""task gives an object of its own class, which is awaitable by `__await__`."""

import asyncio

from given import download


class Download:
    def __init__(self, number, limit):
        self.number = number
        self.limit = limit

    def __await__(self):
        yield from self.limit.acquire().__await__()
        try:
            return (yield from download(self.number).__await__())
        finally:
            self.limit.release()


def task(number, limit):
    return Download(number, limit)


async def main():
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
