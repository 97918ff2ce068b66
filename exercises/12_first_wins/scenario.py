"""Author's driver: cancels the learner's `task`, and runs `main` with racers that take time to end."""

import asyncio


async def cancelled_after(learner, name, delay, seconds):
    """Cancel `task` after so many seconds, and return how it ended."""
    racer = asyncio.ensure_future(learner.task(name, delay))
    await asyncio.sleep(seconds)
    racer.cancel()
    await asyncio.wait([racer])
    return "cancelled" if racer.cancelled() else "not cancelled"


async def slow_losers(learner, cleanup):
    """Run `main`; a racer that is cancelled needs so many seconds before it has ended."""
    quick = learner.task

    async def slow(*args, **kwargs):
        try:
            return await quick(*args, **kwargs)
        except asyncio.CancelledError:
            try:
                await asyncio.sleep(cleanup)
            finally:
                print("a loser has ended")
            raise

    learner.task = slow
    await learner.main()
