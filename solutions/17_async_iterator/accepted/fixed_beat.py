"""The ticks keep to a fixed beat, counted from the first request, however slow the reader is."""

import asyncio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self.count = count
        self.interval = interval
        self.number = 0
        self.start = None

    def __aiter__(self):
        return self

    async def __anext__(self) -> int:
        if self.number == self.count:
            raise StopAsyncIteration
        now = asyncio.get_running_loop().time()
        if self.start is None:
            self.start = now
        self.number += 1
        await asyncio.sleep(self.start + self.number * self.interval - now)
        return self.number


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task(name="fast", count=3, interval=1), task(name="slow", count=2, interval=1.25))


if __name__ == "__main__":
    asyncio.run(main())
