import asyncio


async def ask_price(stone):
    await asyncio.sleep(1)
    return len(stone) * 100


async def price_of(stone):
    return await ask_price(stone)


class Jeweller:
    def __init__(self, stones):
        self.stones = stones

    async def value(self):
        return sum(await asyncio.gather(*map(price_of, self.stones)))


async def main():
    print(await Jeweller(["ruby", "opal"]).value())


if __name__ == "__main__":
    asyncio.run(main())
