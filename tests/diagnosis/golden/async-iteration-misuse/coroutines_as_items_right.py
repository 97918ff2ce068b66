import asyncio


class Tides:
    def __init__(self, *heights):
        self.heights = list(heights)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.heights:
            raise StopAsyncIteration
        await asyncio.sleep(6)
        return self.heights.pop(0)


async def main():
    async for tide in Tides(3.2, 0.8, 3.4):
        print(tide, "metres")


asyncio.run(main())
