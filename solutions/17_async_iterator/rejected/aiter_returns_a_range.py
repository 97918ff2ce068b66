# fails: test_task_prints_each_item
# diagnosis: async-iteration-misuse
# `__aiter__` returns a plain iterator, whose items nobody can await.
import asyncio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self.count = count
        self.interval = interval

    def __aiter__(self):
        return iter(range(1, self.count + 1))

    async def __anext__(self):
        await asyncio.sleep(self.interval)


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
