# fails: test_prints_the_balance
# diagnosis: never-awaited
# main prints the coroutine that read gives, in place of the balance.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        balance = await account.read()
        await account.write(balance + amount)


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
