"""Author's driver: runs the learner's `task` where a check needs more than one of them."""

import asyncio


async def two_at_once(learner, first, second):
    """Run `task` with both lists of arguments at the same time."""
    await asyncio.gather(learner.task(*first), learner.task(*second))
