# fails: test_task_prints_each_item
# diagnosis: async-iteration-misuse
# return is missing in `__aiter__`, so the iterator is None.
import asyncio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self.count = count
        self.interval = interval

    def __aiter__(self):
        self.number = 0

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
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
