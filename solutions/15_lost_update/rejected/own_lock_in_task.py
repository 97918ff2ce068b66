# fails: test_holds_the_lock
# diagnosis: parameter-ignored
# Each task makes a lock of its own and ignores the given one; a lock that nobody shares keeps nobody out.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    lock = asyncio.Lock()
    async with lock:
        balance = await account.read()
        await account.write(balance + amount)


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
