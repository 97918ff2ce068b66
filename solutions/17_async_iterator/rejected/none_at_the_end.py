# fails: test_task_prints_each_item
# diagnosis: no-yield-loop
# At the end `__anext__` returns None in place of raising; `async for` goes on for ever without a wait.
import asyncio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self.count = count
        self.interval = interval
        self.number = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.number < self.count:
            await asyncio.sleep(self.interval)
            self.number += 1
            return self.number


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        if number is not None:
            print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
