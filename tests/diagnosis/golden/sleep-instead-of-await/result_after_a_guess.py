# A result is asked for after a sleep that is meant to be long enough.
# line: 18
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
    await asyncio.sleep(3)
    print(thinking.result())


async def main():
    await play(2)


if __name__ == "__main__":
    asyncio.run(main())
