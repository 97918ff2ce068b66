# line: 11
import asyncio


class Bot:
    async def think(self):
        await asyncio.sleep(1)
        return "42"

    def answer(self):
        return asyncio.run(self.think())


async def main():
    bot = Bot()
    print(bot.answer())


if __name__ == "__main__":
    asyncio.run(main())
