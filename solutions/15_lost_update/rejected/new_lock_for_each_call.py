# fails: test_no_deposit_is_lost
# diagnosis: shared-state-race
# main hands a new lock to each of the five tasks.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        balance = await account.read()
        await account.write(balance + amount)


async def main() -> None:
    account = Account(100)
    await asyncio.gather(*(task(account, 10, asyncio.Lock()) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
