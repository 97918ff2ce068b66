"""Two classes: the ticker makes a new iterator for each `async for`."""

import asyncio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self.count = count
        self.interval = interval

    def __aiter__(self) -> "TickerIterator":
        return TickerIterator(self)


class TickerIterator:
    def __init__(self, ticker: Ticker) -> None:
        self.ticker = ticker
        self.numbers = iter(range(1, ticker.count + 1))

    def __aiter__(self) -> "TickerIterator":
        return self

    async def __anext__(self) -> int:
        try:
            number = next(self.numbers)
        except StopIteration:
            raise StopAsyncIteration from None
        await asyncio.sleep(self.ticker.interval)
        return number


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
