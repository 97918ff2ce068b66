import asyncio


class Ticker:
    def __init__(self, count, interval):
        self.left = count
        self.interval = interval

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        await asyncio.sleep(self.interval)
        return self.left


async def task(name, count):
    async for number in Ticker(count, 1):
        print(name, number)


async def main():
    await asyncio.gather(task("fast", 2), task("slow", 1))


if __name__ == "__main__":
    asyncio.run(main())
