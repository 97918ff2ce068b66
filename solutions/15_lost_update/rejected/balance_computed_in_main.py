# fails: test_balance_comes_from_the_account
# diagnosis: hard-coded-output
# main computes the balance itself in place of reading it; wrong when the bank takes a fee.
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
    await account.read()
    print(f"balance {100 + 5 * 10}")


if __name__ == "__main__":
    asyncio.run(main())
