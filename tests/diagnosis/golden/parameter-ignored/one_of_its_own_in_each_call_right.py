import asyncio


class Purse:
    def __init__(self, coins):
        self.coins = coins

    def pay(self, price):
        self.coins -= price
        return self.coins


async def task(what, price, purse):
    await asyncio.sleep(1)
    print(what, "bought,", purse.pay(price), "left")


async def main():
    purse = Purse(10)
    await asyncio.gather(task("bread", 3, purse), task("milk", 2, purse))


if __name__ == "__main__":
    asyncio.run(main())
