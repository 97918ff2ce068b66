# fails: test_never_polls
# diagnosis: never-awaited
# acquire is called without await, so the lock is never taken, and release complains.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    lock.acquire()
    balance = await account.read()
    await account.write(balance + amount)
    lock.release()


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
