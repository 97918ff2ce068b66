# fails: test_tickers_count_for_themselves
# diagnosis: shared-state-race
# The counter belongs to the class, so both tickers count with the same one.
import asyncio


class Ticker:
    number = 0

    def __init__(self, count: int, interval: float) -> None:
        self.count = count
        self.interval = interval

    def __aiter__(self):
        return self

    async def __anext__(self) -> int:
        if Ticker.number >= self.count:
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        Ticker.number += 1
        return Ticker.number


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
