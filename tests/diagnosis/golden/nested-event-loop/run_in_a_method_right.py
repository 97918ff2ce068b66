import asyncio


class Bot:
    async def think(self):
        await asyncio.sleep(1)
        return "42"

    async def answer(self):
        return await self.think()


async def main():
    bot = Bot()
    print(await bot.answer())


if __name__ == "__main__":
    asyncio.run(main())
