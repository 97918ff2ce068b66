import asyncio


class Shop:
    closed = False

    async def till(self, number):
        customers = 0
        while not self.closed:
            await asyncio.sleep(1)
            customers += 1
            print(f"till {number}: customer {customers}")
        print(f"till {number} shut")


async def main():
    shop = Shop()
    shop.closed = True
    await shop.till(1)


asyncio.run(main())
