# fails: test_never_polls
# diagnosis: lock-deadlock
# The helper takes the lock that task holds already; an asyncio.Lock lets nobody in twice.
import asyncio

from given import Account


async def read_safely(account, lock):
    async with lock:
        return await account.read()


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        balance = await read_safely(account, lock)
        await account.write(balance + amount)


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
