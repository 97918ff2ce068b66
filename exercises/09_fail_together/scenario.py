"""Author's driver: cancels the learner's `task`, and runs `main` with tasks of another kind."""

import asyncio


async def cancelled(learner, name, delay, ok, after):
    """Cancel `task` in the midst of its wait; return whether it ended as cancelled."""
    running = asyncio.ensure_future(learner.task(name, delay, ok))
    await asyncio.sleep(after)
    running.cancel()
    await asyncio.wait([running])
    return running.cancelled()


async def slow_to_stop(learner, seconds):
    """Run `main` with tasks that take so long to end when they are cancelled, and say so then."""

    async def slow(name, delay, ok):
        try:
            await asyncio.sleep(delay)
            if not ok:
                raise ValueError(f"{name} failed")
        except asyncio.CancelledError:
            await asyncio.sleep(seconds)
            print(f"{name} has ended")
            raise

    learner.task = slow
    await learner.main()
