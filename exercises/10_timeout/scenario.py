"""Author's driver: cancels the learner's `task`."""

import asyncio


async def cancelled(learner, name, delay, after):
    """Cancel `task` in the midst of its wait; return whether it ended as cancelled, once nothing works for it any more.

    A thread that it waited for cannot be cancelled, and `asyncio.run` would wait for that thread at its end.
    """
    asked = asyncio.ensure_future(learner.task(name, delay))
    await asyncio.sleep(after)
    asked.cancel()
    await asyncio.wait([asked])
    await asyncio.get_running_loop().shutdown_default_executor()
    return asked.cancelled()
