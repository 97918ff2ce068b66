"""A decorator takes the lock from the arguments."""

import asyncio
import functools
import sys

from given import Account


def locked(function):
    @functools.wraps(function)
    async def wrapper(account, amount, lock):
        async with lock:
            return await function(account, amount, lock)

    return wrapper


@locked
async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    await account.write(amount + await account.read())


async def main() -> None:
    account = Account(100)
    lock = asyncio.Lock()
    await asyncio.gather(*map(task, [account] * 5, [10] * 5, [lock] * 5))
    sys.stdout.write("balance ")
    sys.stdout.write(str(await account.read()))
    sys.stdout.write("\n")


if __name__ == "__main__":
    asyncio.run(main())
