# fails: test_tickers_count_for_themselves
# diagnosis: shared-state-race
# The counter is a global variable, which the second ticker sets back while the first one counts.
import asyncio

number = 0


class Ticker:
    def __init__(self, count, interval):
        global number
        number = 0
        self.count = count
        self.interval = interval

    def __aiter__(self):
        return self

    async def __anext__(self):
        global number
        if number >= self.count:
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        number += 1
        return number


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
