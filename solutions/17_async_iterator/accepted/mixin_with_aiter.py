"""A mixin gives `__aiter__` to the class that has `__anext__`."""

import asyncio


class ItselfAsIterator:
    def __aiter__(self):
        return self


class Ticker(ItselfAsIterator):
    def __init__(self, count: int, interval: float) -> None:
        self.ticks = 0
        self.count = count
        self.interval = interval

    async def __anext__(self) -> int:
        if self.ticks == self.count:
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        self.ticks += 1
        return self.ticks


async def task(name: str, count: int, interval: float) -> None:
    ticker = Ticker(count, interval)
    async for number in ticker:
        print(f"{name} {number}")
    else:
        pass  # the ticker has run down


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for arguments in (("fast", 3, 1), ("slow", 2, 1.25)):
            group.create_task(task(*arguments))


if __name__ == "__main__":
    asyncio.run(main())
