# fails: test_balance_comes_from_the_account
# diagnosis: hard-coded-output
# The balance is kept in a global variable beside the account, and that is what main prints.
import asyncio

from given import Account


total = 100


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    global total
    async with lock:
        await account.read()
        total += amount
        await account.write(total)


async def main() -> None:
    account = Account(total)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    await account.read()
    print(f"balance {total}")


if __name__ == "__main__":
    asyncio.run(main())
