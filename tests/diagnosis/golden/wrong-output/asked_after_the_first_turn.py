# Whether the shop is closed is asked only when a customer has been served.
# line: 15
import asyncio


class Shop:
    closed = False

    async def till(self, number):
        customers = 0
        while True:
            await asyncio.sleep(1)
            customers += 1
            print(f"till {number}: customer {customers}")
            if self.closed:
                break
        print(f"till {number} shut")


async def main():
    shop = Shop()
    shop.closed = True
    await shop.till(1)


asyncio.run(main())
