# fails: test_deposits_start_together
# diagnosis: sequential-awaits
# The deposits are awaited one by one: same balance, same time, but no two are ever under way.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        balance = await account.read()
        await account.write(balance + amount)


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    for _ in range(5):
        await task(account, 10, lock)
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
