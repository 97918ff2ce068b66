"""`__anext__` is a plain def that returns a future, which a timer fulfils."""

import asyncio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self.count = count
        self.interval = interval
        self.number = 0

    def __aiter__(self):
        return self

    def __anext__(self):
        if self.number == self.count:
            raise StopAsyncIteration
        self.number += 1
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        loop.call_later(self.interval, self.tick, future, self.number)
        return future

    @staticmethod
    def tick(future, number):
        if not future.done():
            future.set_result(number)


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
