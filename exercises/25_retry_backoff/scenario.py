"""Author's driver: gives the learner's `task` services."""

import asyncio

from given import Service


async def asked(learner, failures, attempts):
    """Run `task` on a service that fails so many times."""
    return await learner.task(Service(failures), attempts)


async def asked_at_once(learner, failures):
    """Run `task` with 5 attempts on several services at the same time, which fail so many times each."""
    await asyncio.gather(*(learner.task(Service(number), 5) for number in failures))
