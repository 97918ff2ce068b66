# The class waits in `__next__`, which a plain for calls and does not wait for.
# line: 13
import asyncio


class Tides:
    def __init__(self, *heights):
        self.heights = list(heights)

    def __iter__(self):
        return self

    async def __next__(self):
        if not self.heights:
            raise StopIteration
        await asyncio.sleep(6)
        return self.heights.pop(0)


async def main():
    for tide in Tides(3.2, 0.8, 3.4):
        print(await tide, "metres")


asyncio.run(main())
