# fails: test_task_reads_then_writes
# diagnosis: wrong-output
# task reaches past read and write to the private balance; no time passes, and the lock is not needed.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        account._Account__balance += amount


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
