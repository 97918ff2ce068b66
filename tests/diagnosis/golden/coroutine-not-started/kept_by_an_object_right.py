import asyncio


class Game:
    def __init__(self, level):
        self.level = level
        self.loading = None

    async def load(self):
        await asyncio.sleep(2)
        print(f"level {self.level} loaded")

    async def opening(self):
        for second in range(2):
            print("opening", second)
            await asyncio.sleep(1)

    async def play(self):
        self.loading = asyncio.ensure_future(self.load())
        await self.opening()
        await self.loading
        print("play!")


async def main():
    await Game(7).play()


if __name__ == "__main__":
    asyncio.run(main())
