# fails: test_deposits_start_together
# diagnosis: unbounded-concurrency
# main starts the deposits 0.2 seconds apart so that none meets another; wrong when the bank is slower.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    balance = await account.read()
    await account.write(balance + amount)


async def later(seconds, deposit):
    await asyncio.sleep(seconds)
    await deposit


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(later(0.205 * i, task(account, 10, lock)) for i in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
