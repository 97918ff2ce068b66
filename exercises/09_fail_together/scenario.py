"""Author's driver: cancels the learner's `task`."""

import asyncio


async def cancelled(learner, name, delay, ok, after):
    """Cancel `task` in the midst of its wait; return whether it ended as cancelled."""
    running = asyncio.ensure_future(learner.task(name, delay, ok))
    await asyncio.sleep(after)
    running.cancel()
    await asyncio.wait([running])
    return running.cancelled()
