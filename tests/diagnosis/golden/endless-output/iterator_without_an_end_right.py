import asyncio


class Stairs:
    def __init__(self, count):
        self.left = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        await asyncio.sleep(1)
        self.left -= 1
        return self.left


async def main():
    async for step in Stairs(2):
        print("step", step)


if __name__ == "__main__":
    asyncio.run(main())
