import asyncio


class Stall:
    async def fry(self):
        await asyncio.sleep(1)
        return "chips"

    async def sell(self):
        return await self.fry()


async def main():
    print(await Stall().sell())


if __name__ == "__main__":
    asyncio.run(main())
