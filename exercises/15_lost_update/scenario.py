"""Author's driver: gives the learner's `task` an account and a lock."""

import asyncio

import given


class BrokenAccount:
    """An account whose reading or writing fails."""

    def __init__(self, fails):
        self.fails = fails

    async def read(self):
        await self._answer("read")
        return 0

    async def write(self, balance):
        await self._answer("write")

    async def _answer(self, what):
        await asyncio.sleep(0.1)
        if what == self.fails:
            raise OSError("no line to the bank")


async def deposits(learner, balance, amounts):
    """Pay these amounts into one account at the same time, under one lock, and return the balance."""
    account, lock = given.Account(balance), asyncio.Lock()
    await asyncio.gather(*(learner.task(account, amount, lock) for amount in amounts))
    return await account.read()


async def lock_is_held(learner, balance, amount, seconds):
    """Pay into an account while somebody else holds the lock for so many seconds."""
    account, lock = given.Account(balance), asyncio.Lock()
    await lock.acquire()
    deposit = asyncio.ensure_future(learner.task(account, amount, lock))
    await asyncio.sleep(seconds)
    lock.release()
    await deposit


async def after_failure(learner, amount, fails):
    """Pay into an account that fails, then into another one under the same lock, and return its balance."""
    account, lock = given.Account(0), asyncio.Lock()
    await asyncio.gather(learner.task(BrokenAccount(fails), amount, lock), return_exceptions=True)
    await learner.task(account, amount, lock)
    return await account.read()
