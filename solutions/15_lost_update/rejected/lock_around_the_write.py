# fails: test_no_deposit_is_lost
# diagnosis: shared-state-race
# Only the write is under the lock; by then all five have read 100.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
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
