import asyncio


class Chess:
    def __init__(self, depth):
        self.depth = depth

    async def think(self):
        await asyncio.sleep(self.depth)
        return "knight to f3"


async def play(depth):
    game = Chess(depth)
    thinking = asyncio.create_task(game.think())
    print(await thinking)


async def main():
    await play(2)


if __name__ == "__main__":
    asyncio.run(main())
