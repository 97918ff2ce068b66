"""Author's driver: runs the learner's `task` where a check needs more than one of them."""

import asyncio


async def several_at_once(learner, items, delays):
    """Run `task` for several items at the same time, and return what each of them returns."""
    return await asyncio.gather(*(learner.task(item, delay) for item, delay in zip(items, delays, strict=True)))
