"""A dataclass with a counter that starts at zero."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class Ticker:
    count: int
    interval: float
    given: int = field(default=0, init=False)

    def __aiter__(self):
        self.given = 0
        return self

    async def __anext__(self):
        if self.given < self.count:
            await asyncio.sleep(self.interval)
            self.given += 1
            return self.given
        raise StopAsyncIteration()


async def task(name, count, interval):
    async for number in Ticker(count, interval):
        print(name, number)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(task("fast", 3, 1))
        group.create_task(task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
