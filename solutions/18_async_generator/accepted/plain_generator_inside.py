"""A plain generator counts inside the asynchronous one; a plain context manager says the last line."""

import asyncio
from contextlib import aclosing


class Countdown:
    def __init__(self, start):
        self.start = start
        self.left = start

    def __enter__(self):
        return self

    def __exit__(self, *error):
        print(f"countdown {self.start} closed")

    def numbers(self):
        while self.left:
            yield self.left
            self.left -= 1


async def countdown(start: int, interval: float):
    with Countdown(start) as count:
        for number in count.numbers():
            await asyncio.sleep(interval)
            yield number


async def collect(generator):
    async with aclosing(generator):
        return [item async for item in generator]


async def task(start: int) -> None:
    async with aclosing(countdown(start=start, interval=1)) as numbers:
        async for number in numbers:
            print(number)
            if number != start:
                break
    print("task done")


async def main() -> None:
    print(await collect(countdown(3, 1)))
    await task(start=5)


if __name__ == "__main__":
    asyncio.run(main())
