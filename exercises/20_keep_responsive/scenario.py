"""Author's driver: runs the learner's `task` beside the heartbeat."""

import asyncio

import given


async def two_beside_heartbeat(learner, first, second):
    """Run `task` for two texts at the same time while the heartbeat goes on, and return what they return."""
    beating = asyncio.ensure_future(given.heartbeat())
    numbers = await asyncio.gather(learner.task(first), learner.task(second))
    beating.cancel()
    await asyncio.wait([beating])
    return numbers
