"""Progress is told on standard error, which is free; task returns the new balance, which nobody needs."""

import asyncio
import sys

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> int:
    print("waiting for the lock", file=sys.stderr)
    async with lock:
        balance = await account.read() + amount
        await account.write(balance)
    print("done:", balance, file=sys.stderr)
    return balance


async def main() -> int:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*[task(account, 10, lock) for _ in range(5)])
    balance = await account.read()
    print(f"balance {balance}")
    return balance


if __name__ == "__main__":
    asyncio.run(main())
