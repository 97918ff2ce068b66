# fails: test_lets_the_lock_go
# diagnosis: cleanup-missing
# The lock is let go after a ValueError only; any other error keeps it held.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    await lock.acquire()
    try:
        balance = await account.read()
        await account.write(balance + amount)
    except ValueError:
        lock.release()
        raise
    else:
        lock.release()


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
