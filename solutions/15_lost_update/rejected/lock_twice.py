# fails: test_no_deposit_is_lost
# diagnosis: shared-state-race
# The lock is taken for the read, let go, and taken again for the write; others read in between.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        balance = await account.read()
    async with lock:
        await account.write(balance + amount)


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
