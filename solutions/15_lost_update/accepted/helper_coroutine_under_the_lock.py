"""The lock is held around a helper that knows nothing of it, run as a task of its own."""

import asyncio

from given import Account


async def add(account, amount):
    balance = await account.read()
    await account.write(balance + amount)


async def task(account, amount, lock):
    async with lock:
        await asyncio.create_task(add(account, amount))


async def main():
    account = Account(100)
    lock = asyncio.Lock()
    results = await asyncio.gather(*(task(account, amount, lock) for amount in [10, 10, 10, 10, 10]))
    assert results == [None] * 5
    print("balance %d" % await account.read())


if __name__ == "__main__":
    asyncio.run(main())
