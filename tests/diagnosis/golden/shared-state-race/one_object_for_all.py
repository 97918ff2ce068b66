# line: 18
import asyncio


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance


async def rate() -> int:
    await asyncio.sleep(0.5)
    return 2


async def grow(account: Account) -> None:
    # The balance is read before the wait, and written after it.

    account.balance = account.balance + await rate()


async def main() -> None:
    account = Account(100)
    await asyncio.gather(*(grow(account) for _ in range(3)))
    print("balance", account.balance)


if __name__ == "__main__":
    asyncio.run(main())
