# fails: test_main_makes_five_deposits
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
import asyncio

from given import Account


async def task(account: Account, amount: int, lock: asyncio.Lock) -> None:
    """Add `amount` to the account: read and write its balance while holding `lock`."""
    # TODO: read the balance and write the new one, while the lock is held


async def main() -> None:
    """Pay 10 into an account of 100 five times at the same time, print "balance BALANCE"."""
    # TODO: open the account with 100, make the lock, run task(account, 10, lock) five times at the same time
    # TODO: read the balance from the account, print it


if __name__ == "__main__":
    asyncio.run(main())
