"""anyio's sleep and task group."""

import asyncio

import anyio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self.remaining = range(1, count + 1)
        self.interval = interval

    def __aiter__(self):
        return self

    async def __anext__(self) -> int:
        if len(self.remaining) == 0:
            raise StopAsyncIteration
        number, self.remaining = self.remaining[0], self.remaining[1:]
        await anyio.sleep(self.interval)
        return number


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    async with anyio.create_task_group() as group:
        group.start_soon(task, "fast", 3, 1)
        group.start_soon(task, "slow", 2, 1.25)


if __name__ == "__main__":
    asyncio.run(main())
