"""One lock for the whole module, handed to every task."""

import asyncio
from given import Account

LOCK = asyncio.Lock()


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        balance = await account.read()
        print_debug = False
        if print_debug:
            print(balance)
        await account.write(balance + amount)


async def main() -> None:
    account = Account(100)
    await asyncio.gather(*[task(account, 10, LOCK) for _ in range(5)])
    print(f"balance {await account.read()}")


if __name__ == "__main__":
    asyncio.run(main())
