"""anyio's task group starts the deposits."""

import asyncio

import anyio
from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        balance = await account.read()
        await account.write(balance + amount)


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    async with anyio.create_task_group() as group:
        for _ in range(5):
            group.start_soon(task, account, 10, lock)
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
