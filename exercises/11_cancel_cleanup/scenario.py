"""Author's driver: cancels the learner's `task`, and runs `main` with a worker that takes time to end."""

import asyncio


async def cancelled_after(learner, name, seconds):
    """Cancel `task` after so many seconds, and return how it ended."""
    worker = asyncio.ensure_future(learner.task(name))
    await asyncio.sleep(seconds)
    worker.cancel()
    await asyncio.wait([worker])
    return "cancelled" if worker.cancelled() else "not cancelled"


async def slow_cleanup(learner, cleanup):
    """Run `main`; its worker needs so many seconds more before it has ended."""
    quick = learner.task

    async def slow(*args, **kwargs):
        try:
            await quick(*args, **kwargs)
        finally:
            try:
                await asyncio.sleep(cleanup)
            finally:
                print("the worker has ended")

    learner.task = slow
    await learner.main()
