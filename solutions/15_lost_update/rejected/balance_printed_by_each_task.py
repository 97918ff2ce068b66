# fails: test_task_reads_then_writes
# diagnosis: wrong-output
# Each task prints the balance after its deposit; only the last line was asked for.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        balance = await account.read()
        await account.write(balance + amount)
        print(f"balance {balance + amount}")


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*(task(account, 10, lock) for _ in range(5)))
    await account.read()


if __name__ == "__main__":
    asyncio.run(main())
