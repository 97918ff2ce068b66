import asyncio


class Stamps:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.count -= 1
        if self.count < 0:
            raise StopAsyncIteration
        return self.count


async def main():
    print("begin")
    async for stamp in Stamps(3):
        if stamp is not None:
            print(stamp)


asyncio.run(main())
