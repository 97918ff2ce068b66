# fails: test_never_polls
# diagnosis: sync-context-manager
# A threading.Lock is held across an await; the next task blocks the thread on which the holder would have to go on.
import asyncio
import threading

from given import Account


async def task(account: Account, amount: int, lock) -> None:
    with lock:
        balance = await account.read()
        await account.write(balance + amount)


async def main() -> None:
    account = Account(100)
    lock = threading.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
