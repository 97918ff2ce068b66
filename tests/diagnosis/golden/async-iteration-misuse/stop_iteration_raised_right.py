import asyncio


class Countdown:
    """Counts down, one number a second."""

    def __init__(self, start):
        self.i = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(1)
        self.i -= 1
        if self.i < 0:
            raise StopAsyncIteration()
        return self.i


async def main():
    async for i in Countdown(2):
        print(i)
    print("liftoff")


if __name__ == "__main__":
    asyncio.run(main())
