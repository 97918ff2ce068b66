# line: 23
import asyncio


class Account:
    def __init__(self, balance: int) -> None:
        self._balance = balance

    async def read(self) -> int:
        await asyncio.sleep(0.1)
        return self._balance

    async def write(self, balance: int) -> None:
        await asyncio.sleep(0.1)
        self._balance = balance


async def deposit(account: Account, amount: int, lock: asyncio.Lock) -> None:
    balance = await account.read()
    total = balance + amount
    async with lock:
        # The lock comes too late: others have read the same balance.
        await account.write(total)


async def main() -> None:
    account, lock = Account(100), asyncio.Lock()
    await asyncio.gather(*(deposit(account, 10, lock) for _ in range(3)))
    print("balance", await account.read())


if __name__ == "__main__":
    asyncio.run(main())
