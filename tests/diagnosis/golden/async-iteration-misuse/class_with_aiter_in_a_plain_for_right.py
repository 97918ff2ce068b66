import asyncio


class Stairs:
    def __init__(self, steps):
        self.steps = steps
        self.step = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.step == self.steps:
            raise StopAsyncIteration
        self.step += 1
        await asyncio.sleep(0.5)
        return self.step


async def main():
    async for step in Stairs(3):
        print("step", step)
    print("on top")


if __name__ == "__main__":
    asyncio.run(main())
