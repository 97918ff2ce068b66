# The ticker's `__aiter__` is a generator: it gives the items, and the class has no `__anext__`.
# line: 7
# required: __anext__
import asyncio


class Ticker:
    def __init__(self, last):
        self.last = last

    async def __aiter__(self):
        for number in range(1, self.last + 1):
            await asyncio.sleep(1)
            yield number


class Clock:
    """Another class, that has nothing to do with it."""


async def main():
    async for number in Ticker(3):
        print("tick", number)


if __name__ == "__main__":
    asyncio.run(main())
