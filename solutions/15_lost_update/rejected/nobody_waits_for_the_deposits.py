# fails: test_deposits_start_together
# diagnosis: lost-task
# The five tasks are created and not awaited; main reads the balance beside them and returns.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        balance = await account.read()
        await account.write(balance + amount)


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(task(account, 10, lock)) for _ in range(5)]
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
