"""Author's driver: gives the learner's `task` a service, and cancels it."""

import asyncio

from given import Service


async def asked(learner, failures, attempts):
    """Run `task` on a service that fails so many times."""
    return await learner.task(Service(failures), attempts)


async def asked_at_once(learner, failures):
    """Run `task` with 5 attempts on several services at the same time, which fail so many times each."""
    await asyncio.gather(*(learner.task(Service(number), 5) for number in failures))


async def cancelled_after(learner, failures, attempts, seconds):
    """Cancel `task` after so many seconds, and return how it ended."""
    asking = asyncio.ensure_future(learner.task(Service(failures), attempts))
    await asyncio.sleep(seconds)
    asking.cancel()
    await asyncio.wait([asking])
    return "cancelled" if asking.cancelled() else "not cancelled"
