# fails: test_main_calls_task
# diagnosis: await-outside-async
# The word async is missing before def task, so its `async for` is a syntax error.
import asyncio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self.count = count
        self.interval = interval
        self.number = 0

    def __aiter__(self):
        return self

    async def __anext__(self) -> int:
        if self.number >= self.count:
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        self.number += 1
        return self.number


def task(name, count, interval):
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main():
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
