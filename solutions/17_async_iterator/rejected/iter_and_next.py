# fails: test_task_prints_each_item
# diagnosis: async-iteration-misuse
# The class has `__iter__` and `__next__`, the methods of a plain iterator, which `async for` does not know.
import asyncio


class Ticker:
    def __init__(self, count, interval):
        self.count = count
        self.interval = interval
        self.number = 0

    def __iter__(self):
        return self

    async def __next__(self):
        if self.number >= self.count:
            raise StopIteration
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
