"""A flag is set with the last item; the next request meets it."""

import asyncio


class Ticker:
    def __init__(self, count, interval):
        self.count = count
        self.interval = interval
        self.last = 0
        self.ended = count < 1

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.ended:
            raise StopAsyncIteration
        await asyncio.wait_for(asyncio.sleep(self.interval), timeout=None)
        self.last += 1
        self.ended = self.last == self.count
        return self.last


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
