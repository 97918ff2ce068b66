# fails: test_never_blocks
# diagnosis: task-not-cancelled
# The ticker fills a queue from a task that goes on for ever, and nobody stops it.
import asyncio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self.count = count
        self.interval = interval
        self.number = 0
        self.queue = asyncio.Queue()
        self.clock = asyncio.create_task(self.run())

    async def run(self):
        number = 0
        while True:
            await asyncio.sleep(self.interval)
            number += 1
            await self.queue.put(number)

    def __aiter__(self):
        return self

    async def __anext__(self) -> int:
        if self.number >= self.count:
            raise StopAsyncIteration
        self.number = await self.queue.get()
        return self.number


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
