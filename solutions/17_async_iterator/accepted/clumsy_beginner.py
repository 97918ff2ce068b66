"""A clumsy beginner: i starts at one, a helper coroutine waits, str and plus."""

import asyncio

class Ticker:
    def __init__(self, count, interval):
        self.count = count
        self.interval = interval
        self.i = 1

    def __aiter__(self):
        return self

    async def wait(self):
        await asyncio.sleep(self.interval)

    async def __anext__(self):
        if self.i <= self.count:
            await self.wait()
            x = self.i
            self.i = self.i + 1
            return x
        else:
            raise StopAsyncIteration

async def task(name, count, interval):
    t = Ticker(count, interval)
    async for x in t:
        text = name + " " + str(x)
        print(text)

async def main():
    t1 = asyncio.create_task(task("fast", 3, 1))
    t2 = asyncio.create_task(task("slow", 2, 1.25))
    await asyncio.gather(t1, t2)

if __name__ == "__main__":
    asyncio.run(main())
