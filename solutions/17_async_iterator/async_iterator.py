"""An object that is awaited between its items."""

import asyncio


class Ticker:
    """Give 1, 2, … `count`, one every `interval` seconds, to an `async for`."""

    def __init__(self, count: int, interval: float) -> None:
        """Remember how many items there will be, and how long each one takes."""
        self.count = count
        self.interval = interval
        # Each object counts for itself, so that two tickers do not disturb each other.
        self.number = 0

    # A plain method: it hands over the iterator at once. Only getting an item may take time.
    def __aiter__(self) -> "Ticker":
        return self

    async def __anext__(self) -> int:
        # The test comes before the wait: after the last item there is nothing more to wait for.
        if self.number == self.count:
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        self.number += 1
        return self.number


async def task(name: str, count: int, interval: float) -> None:
    """Print "NAME NUMBER" for each item of Ticker(count, interval)."""
    # `async for` awaits each item; meanwhile the event loop runs the other ticker.
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    """Run the ticker "fast" (3 items, 1 second) and "slow" (2 items, 1.25 seconds) at the same time."""
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
