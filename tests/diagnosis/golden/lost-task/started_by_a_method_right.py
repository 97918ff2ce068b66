import asyncio


class Shop:
    def __init__(self):
        self.deliveries = []

    def sell(self, thing, to):
        print("sold", thing)
        self.deliveries.append(asyncio.create_task(self.deliver(thing, to)))

    async def deliver(self, thing, to):
        await asyncio.sleep(2)
        print(f"{thing} delivered to {to}")


async def main():
    shop = Shop()
    shop.sell("lamp", "Mr Hill")
    await asyncio.sleep(1)
    shop.sell("chair", "Ms Dale")
    print("closed")
    await asyncio.gather(*shop.deliveries)


if __name__ == "__main__":
    asyncio.run(main())
