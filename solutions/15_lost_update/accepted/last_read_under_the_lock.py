"""main reads the last balance under the lock as well; arguments are given by name."""

import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        balance = await account.read()
        await account.write(balance=balance + amount)


async def main() -> None:
    account = Account(balance=100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account=account, amount=10, lock=lock) for _ in range(5)))
    async with lock:
        balance = await account.read()
    print(f"balance {balance}")


if __name__ == "__main__":
    asyncio.run(main())
