# A plain helper runs a loop of its own, and a coroutine calls it.
# line: 13
import asyncio


async def ask_price(stone):
    await asyncio.sleep(1)
    return len(stone) * 100


def price_of(stone):
    # so that everybody can use it, async or not
    return asyncio.run(ask_price(stone))


class Jeweller:
    def __init__(self, stones):
        self.stones = stones

    async def value(self):
        total = 0
        for stone in self.stones:
            total += price_of(stone)
        return total


async def main():
    print(await Jeweller(["ruby", "opal"]).value())


if __name__ == "__main__":
    asyncio.run(main())
