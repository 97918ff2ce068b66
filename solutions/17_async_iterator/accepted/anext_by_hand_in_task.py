"""task goes through the ticker by hand, with aiter and anext."""

import asyncio


class Ticker:
    def __init__(self, count, interval):
        self.count, self.interval, self.n = count, interval, 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == self.count:
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        self.n = self.n + 1
        return self.n


async def task(name, count, interval):
    iterator = aiter(Ticker(count, interval))
    while True:
        try:
            number = await anext(iterator)
        except StopAsyncIteration:
            break
        print(f"{name} {number}")


async def main():
    fast = asyncio.create_task(task("fast", 3, 1))
    slow = asyncio.create_task(task("slow", 2, 1.25))
    await fast
    await slow


if __name__ == "__main__":
    asyncio.run(main())
