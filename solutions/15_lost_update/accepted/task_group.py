"""A task group runs the five deposits."""

import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        await account.write(await account.read() + amount)


async def main() -> None:
    account, lock = Account(100), asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        for _ in range(5):
            group.create_task(task(account, 10, lock))
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
