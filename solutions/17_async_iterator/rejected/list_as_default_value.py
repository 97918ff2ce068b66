# fails: test_tickers_count_for_themselves
# diagnosis: shared-state-race
# The counter is a list made once, as a default value, and all tickers share it.
import asyncio


class Ticker:
    def __init__(self, count, interval, done=[]):
        self.count = count
        self.interval = interval
        self.done = done

    def __aiter__(self):
        return self

    async def __anext__(self):
        if len(self.done) >= self.count:
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        self.done.append(1)
        return len(self.done)


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
