# fails: test_holds_the_lock
# diagnosis: parameter-ignored
# The lock is hung onto the account and shared there, and the lock that is handed over is not used.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    if not hasattr(account, "lock"):
        account.lock = asyncio.Lock()
    async with account.lock:
        balance = await account.read()
        await account.write(balance + amount)


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
