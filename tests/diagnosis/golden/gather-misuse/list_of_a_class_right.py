import asyncio


class Shop:
    def __init__(self, orders):
        self.orders = orders

    async def pack(self, order):
        await asyncio.sleep(0.5)
        return order.upper()

    async def run(self):
        jobs = [self.pack(order) for order in self.orders]
        packed = await asyncio.gather(*jobs)
        print("packed", packed)


async def main():
    await Shop(["tea", "jam"]).run()


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
