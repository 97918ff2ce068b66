"""asyncio.sleep hands the number through; the count runs downwards inside."""

import asyncio
import itertools
import sys


class Ticker:
    __slots__ = ("interval", "left", "numbers")

    def __init__(self, count, interval):
        self.left = count
        self.interval = interval
        self.numbers = itertools.count(1)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return await asyncio.sleep(self.interval, next(self.numbers))


async def task(name, count, interval):
    async for number in Ticker(count, interval):
        sys.stdout.write(f"{name} {number}\n")


async def main():
    tasks = [asyncio.ensure_future(task("fast", 3, 1)), asyncio.ensure_future(task("slow", 2, 1.25))]
    await asyncio.wait(tasks)


if __name__ == "__main__":
    asyncio.run(main())
