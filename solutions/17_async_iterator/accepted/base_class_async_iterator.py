"""The base class AsyncIterator of collections.abc gives `__aiter__`."""

import asyncio
from collections.abc import AsyncIterator


class Ticker(AsyncIterator[int]):
    def __init__(self, count: int, interval: float) -> None:
        self._left = list(range(count, 0, -1))
        self._interval = interval

    def __aiter__(self):
        return super().__aiter__()

    async def __anext__(self) -> int:
        if not self._left:
            raise StopAsyncIteration
        await asyncio.sleep(self._interval)
        return self._left.pop()


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
