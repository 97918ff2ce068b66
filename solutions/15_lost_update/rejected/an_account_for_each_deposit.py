# fails: test_prints_the_balance
# diagnosis: wrong-output
# Each deposit goes to an account of its own.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        balance = await account.read()
        await account.write(balance + amount)


async def main() -> None:
    lock = asyncio.Lock()
    accounts = [Account(100) for _ in range(5)]
    await asyncio.gather(*(task(account, 10, lock) for account in accounts))
    print(f"balance {await accounts[0].read()}")


if __name__ == "__main__":
    asyncio.run(main())
