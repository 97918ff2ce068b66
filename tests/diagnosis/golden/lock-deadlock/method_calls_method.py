# Two methods take the same lock, and one of them calls the other.
# line: 12
import asyncio


class Account:
    def __init__(self, money):
        self.money = money
        self.lock = asyncio.Lock()

    async def add(self, amount):
        async with self.lock:
            await asyncio.sleep(0.1)
            self.money += amount

    async def move(self, amount, other):
        async with self.lock:
            await self.add(-amount)
        await other.add(amount)


async def main():
    mine, yours = Account(50), Account(0)
    await mine.move(20, yours)
    print(mine.money, yours.money)


if __name__ == "__main__":
    asyncio.run(main())
