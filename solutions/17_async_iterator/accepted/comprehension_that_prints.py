"""task prints inside an asynchronous comprehension."""

import asyncio


class Counter:
    def __init__(self, limit):
        self.value = 0
        self.limit = limit

    def is_over(self):
        return self.value >= self.limit

    def step(self):
        self.value += 1
        return self.value


class Ticker:
    def __init__(self, count, interval):
        self.counter = Counter(count)
        self.interval = interval

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.counter.is_over():
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        return self.counter.step()


async def task(name, count, interval):
    [print(name, number) async for number in Ticker(count, interval)]


async def main():
    await asyncio.gather(*[task(*line) for line in (("fast", 3, 1), ("slow", 2, 1.25))])


if __name__ == "__main__":
    asyncio.run(main())
