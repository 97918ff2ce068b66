"""Author's driver: runs the learner's `task` where a check needs a live semaphore, a failure or a cancellation."""

import asyncio


async def one_task(learner, number):
    """Run `task` with a limit of its own, and return what it returns."""
    return await learner.task(number, asyncio.Semaphore(1))


async def tasks_with_limit(learner, numbers, places):
    """Run `task` for several numbers at the same time, under one limit with that many places."""
    limit = asyncio.Semaphore(places)
    await asyncio.gather(*(learner.task(number, limit) for number in numbers))


async def after_failure(learner, broken, other):
    """Run `task` for a number whose download fails, then for another one under the same limit."""
    limit = asyncio.Semaphore(1)
    await asyncio.gather(learner.task(broken, limit), return_exceptions=True)
    return await learner.task(other, limit)


async def after_cancel(learner, broken, other):
    """Cancel `task` in the midst of its download, then run it for another number under the same limit."""
    limit = asyncio.Semaphore(1)
    cancelled = asyncio.ensure_future(learner.task(broken, limit))
    await asyncio.sleep(0.5)
    cancelled.cancel()
    await asyncio.wait([cancelled])
    return await learner.task(other, limit)
