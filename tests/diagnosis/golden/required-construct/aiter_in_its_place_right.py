import asyncio


class Ticker:
    def __init__(self, last):
        self.last = last
        self.now = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.now == self.last:
            raise StopAsyncIteration
        await asyncio.sleep(1)
        self.now += 1
        return self.now


async def main():
    async for number in Ticker(3):
        print("tick", number)


if __name__ == "__main__":
    asyncio.run(main())
