"""A class of its own keeps account and lock together."""

import asyncio

import given


class Bank:
    def __init__(self, account, lock):
        self.account = account
        self.lock = lock

    async def deposit(self, amount):
        async with self.lock:
            old = await self.account.read()
            await self.account.write(old + amount)

    async def balance(self):
        return await self.account.read()


async def task(account, amount, lock):
    await Bank(account, lock).deposit(amount)


async def main():
    account = given.Account(100)
    lock = asyncio.Lock()
    deposits = [asyncio.create_task(task(account, 10, lock)) for _ in range(5)]
    await asyncio.wait(deposits)
    print("balance", await Bank(account, lock).balance())


if __name__ == "__main__":
    asyncio.run(main())
