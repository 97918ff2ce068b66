"""acquire and release by hand, with try and finally."""

import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    await lock.acquire()
    try:
        balance = await account.read()
        balance += amount
        await account.write(balance)
    finally:
        lock.release()


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(task(account, 10, lock), task(account, 10, lock), task(account, 10, lock), task(account, 10, lock), task(account, 10, lock))
    balance = await account.read()
    print("balance", balance)


if __name__ == "__main__":
    asyncio.run(main())
