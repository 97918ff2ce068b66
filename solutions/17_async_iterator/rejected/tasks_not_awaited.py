# fails: test_tickers_run_at_the_same_time
# diagnosis: lost-task
# The tasks are created and nobody waits for them; the program ends at once.
import asyncio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self.count = count
        self.interval = interval
        self.number = 0

    def __aiter__(self):
        return self

    async def __anext__(self) -> int:
        if self.number >= self.count:
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        self.number += 1
        return self.number


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    fast = asyncio.create_task(task("fast", 3, 1))
    slow = asyncio.create_task(task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
