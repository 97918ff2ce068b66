"""The lock is entered into an exit stack."""

import asyncio
from contextlib import AsyncExitStack

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(lock)
        await account.write(await account.read() + amount)


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    for deposit in asyncio.as_completed([task(account, 10, lock) for _ in range(5)]):
        await deposit
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
