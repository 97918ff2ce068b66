"""task is a class whose objects are awaitable."""

import asyncio

from given import Account


class task:
    def __init__(self, account, amount, lock):
        self.account = account
        self.amount = amount
        self.lock = lock

    def __await__(self):
        return self.run().__await__()

    async def run(self):
        async with self.lock:
            await self.account.write(await self.account.read() + self.amount)


async def wait_for_it(awaitable):
    return await awaitable


async def main():
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(wait_for_it(task(account, 10, lock)) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
