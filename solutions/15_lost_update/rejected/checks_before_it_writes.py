# fails: test_no_deposit_is_lost
# diagnosis: shared-state-race
# The balance is read again to see whether it has changed, and may still change before the write has ended.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    while True:
        balance = await account.read()
        if await account.read() == balance:
            await account.write(balance + amount)
            break


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
