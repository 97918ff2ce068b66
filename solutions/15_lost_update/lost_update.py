"""An await between read and write is a race."""

import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    """Add `amount` to the account: read and write its balance while holding `lock`."""
    # The lock is held from before the read until after the write: what was read is still true when it is written.
    async with lock:
        balance = await account.read()
        await account.write(balance + amount)


async def main() -> None:
    """Pay 10 into an account of 100 five times at the same time, print "balance BALANCE"."""
    account = Account(100)
    # One lock, handed to all five: it keeps apart only those who share it.
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
