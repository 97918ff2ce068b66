# fails: test_never_polls
# diagnosis: await-non-awaitable
# release is no coroutine: await meets None, after the lock has been let go.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    await lock.acquire()
    try:
        balance = await account.read()
        await account.write(balance + amount)
    finally:
        await lock.release()


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
