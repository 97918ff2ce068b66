"""`__anext__` asks a generator that the object keeps inside; the two methods are still the class's own."""

import asyncio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self._ticks = self._generate(count, interval)

    async def _generate(self, count, interval):
        for number in range(1, count + 1):
            await asyncio.sleep(interval)
            yield number

    def __aiter__(self):
        return self

    async def __anext__(self) -> int:
        return await self._ticks.__anext__()


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
