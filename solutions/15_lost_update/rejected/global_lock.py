# fails: test_holds_the_lock
# diagnosis: parameter-ignored
# task holds a lock of the module in place of the one it is given; seen when somebody else holds that one.
import asyncio

from given import Account


my_lock = asyncio.Lock()


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with my_lock:
        balance = await account.read()
        await account.write(balance + amount)


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
