# fails: test_task_prints_each_item
# diagnosis: parameter-ignored
# Every tick takes one second, whatever interval is given.
import asyncio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self.count = count
        self.number = 0

    def __aiter__(self):
        return self

    async def __anext__(self) -> int:
        if self.number >= self.count:
            raise StopAsyncIteration
        await asyncio.sleep(1)
        self.number += 1
        return self.number


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
