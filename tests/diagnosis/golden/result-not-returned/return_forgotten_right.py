import asyncio


class Shop:
    prices = {"tea": 3, "cake": 4}

    async def total(self, *things):
        price = 0
        for thing in things:
            await asyncio.sleep(0.5)
            price += self.prices[thing]
        return price


async def main():
    shop = Shop()
    total = await shop.total("tea", "cake")
    print("to pay:", total)


loop = asyncio.new_event_loop()
if __name__ == "__main__":
    loop.run_until_complete(main())
